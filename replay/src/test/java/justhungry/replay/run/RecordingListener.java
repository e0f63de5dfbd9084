package justhungry.replay.run;

import java.util.ArrayList;
import java.util.List;

/** A sink that keeps all events, to be read when the run is over. */
final class RecordingListener implements RunListener {
    private final List<RunEvent> events = new ArrayList<>();
    private final List<String> threads = new ArrayList<>();
    private int closed;

    @Override
    public void onEvent(RunEvent event) {
        events.add(event);
        threads.add(Thread.currentThread().getName());
    }

    @Override
    public void close() {
        closed++;
    }

    List<RunEvent> events() {
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
    List<RequestRecord> records() {
        return events.stream()
                .filter(RunEvent.RequestCompleted.class::isInstance)
                .map(event -> ((RunEvent.RequestCompleted) event).request())
                .toList();
    }

    RequestRecord only() {
        if (records().size() != 1) {
            throw new AssertionError("not one request: " + records());
        }
        return records().get(0);
    }

    List<RunEvent.FaultInjected> faults() {
        return events.stream()
                .filter(RunEvent.FaultInjected.class::isInstance)
                .map(RunEvent.FaultInjected.class::cast)
                .toList();
    }
}
