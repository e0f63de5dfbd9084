package justhungry.replay.report;

import java.util.function.Consumer;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/** A notice to the person who waits for the start of a run that no cluster answers yet. */
public final class StartNotice implements RunListener {
    private final Consumer<String> printer;

    public StartNotice(Consumer<String> say) {
        this.printer = say;
    }

    @Override
    public void onStartDelayed(RunEvent.StartDelayed event) {
        printer.accept("No cluster answers yet: %s. Trying again for %d s."
                .formatted(event.reason(), event.timeout().toSeconds()));
    }
}
