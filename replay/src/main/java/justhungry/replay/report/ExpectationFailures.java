package justhungry.replay.report;

import java.util.function.Consumer;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/** Messages, during a run, about responses that are not as expected: the first {@link #MAX_MESSAGES} in full. */
public final class ExpectationFailures implements RunListener {
    private static final int MAX_MESSAGES = 10;

    private final String script;
    private final Consumer<String> printer;
    private int printed;

    public ExpectationFailures(String script, Consumer<String> say) {
        this.script = script;
        this.printer = say;
    }

    /** Whether the event is a response that is not as expected. */
    public static boolean isFailure(RunEvent event) {
        return event instanceof RunEvent.RequestCompleted answered
                && !answered.request().mismatches().isEmpty();
    }

    @Override
    public void onRequestCompleted(RequestRecord request) {
        if (!request.mismatches().isEmpty() && printed <= MAX_MESSAGES) {
            printed++;
            printer.accept(printed > MAX_MESSAGES ? "… and more; see the results" : text(request));
        }
    }

    private String text(RequestRecord exchange) {
        return "%s:%d: %s of %s: %s"
                .formatted(
                        script,
                        exchange.line(),
                        exchange.operation(),
                        exchange.user(),
                        String.join("; ", exchange.mismatches()));
    }
}
