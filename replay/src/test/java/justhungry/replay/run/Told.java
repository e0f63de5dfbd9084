package justhungry.replay.run;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps all events, to be read when the run is over. */
final class Told implements Sink {
    private final List<Event> events = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private int closed;

    @Override
    public void accept(Event event) {
        events.add(event);
        threads.add(Thread.currentThread().getName());
    }

    @Override
    public void close() {
        closed++;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    /** The names of the threads that delivered events. */
    List<String> threads() {
        return threads.stream().distinct().toList();
    }

    int timesClosed() {
        return closed;
    }

    /** The requests of the script, in the order in which they were reported. */
    List<Exchange> exchanges() {
        return events.stream()
                .filter(Event.Answered.class::isInstance)
                .map(event -> ((Event.Answered) event).exchange())
                .toList();
    }

    Exchange only() {
        if (exchanges().size() != 1) {
            throw new AssertionError("not one request: " + exchanges());
        }
        return exchanges().get(0);
    }

    List<Event.Struck> faults() {
        return events.stream()
                .filter(Event.Struck.class::isInstance)
                .map(Event.Struck.class::cast)
                .toList();
    }
}
