package justhungry.cli.terminal;

import java.time.Duration;
import justhungry.api.shop.Request;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.client.ProgressListener;

/** A progress listener that prints to a console. */
public final class ConsoleProgress implements ProgressListener {
    private final Console console;

    public ConsoleProgress(Console console) {
        this.console = console;
    }

    @Override
    public void onSlowCall(Request request) {
        console.print(
                TextStyle.FAINT,
                request.postcode().isPresent()
                        ? "Waiting for an answer; checking a postcode can take some seconds…"
                        : "Waiting for an answer…");
    }

    @Override
    public void onUncertainOutcome() {
        console.print(TextStyle.FAINT, "No answer yet; checking whether your request was carried out…");
    }

    @Override
    public void onRetry(int attempt, int attempts, Duration pause, String reason) {
        if (attempt == 1) {
            console.print(
                    TextStyle.BAD,
                    "No answer yet: %s. Trying again %d times, %d s after each failure; Ctrl-C gives up."
                            .formatted(reason, attempts, pause.toSeconds()));
        } else {
            console.print(
                    TextStyle.BAD,
                    "No answer yet. Trying again in %d s (%d of %d).".formatted(pause.toSeconds(), attempt, attempts));
        }
    }
}
