package justhungry.replay.report;

import java.util.function.Consumer;
import justhungry.replay.run.Event;
import justhungry.replay.run.Exchange;
import justhungry.replay.run.Sink;

/** Messages, during a run, about responses that are not as expected: the first {@link #MOST} in full. */
public final class Mismatches implements Sink {
    private static final int MOST = 10;

    private final String script;
    private final Consumer<String> say;
    private int said;

    public Mismatches(String script, Consumer<String> say) {
        this.script = script;
        this.say = say;
    }

    /** Whether the event is a response that is not as expected. */
    public static boolean isOne(Event event) {
        return event instanceof Event.Answered answered
                && !answered.exchange().mismatches().isEmpty();
    }

    @Override
    public void accept(Event event) {
        if (isOne(event) && said <= MOST) {
            said++;
            var exchange = ((Event.Answered) event).exchange();
            say.accept(said > MOST ? "… and more; see the results" : text(exchange));
        }
    }

    private String text(Exchange exchange) {
        return "%s:%d: %s of %s: %s"
                .formatted(
                        script,
                        exchange.line(),
                        exchange.op(),
                        exchange.user(),
                        String.join("; ", exchange.mismatches()));
    }
}
