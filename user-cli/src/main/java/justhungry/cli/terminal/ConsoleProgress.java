package justhungry.cli.terminal;

import java.time.Duration;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.client.Progress;

/** A progress listener that prints to a console. */
public final class ConsoleProgress implements Progress {
    private final Console console;

    public ConsoleProgress(Console console) {
        this.console = console;
    }

    @Override
    public void stillWorking() {
        console.say(Tone.FAINT, "Waiting for a new primary…");
    }

    @Override
    public void checkingOutcome() {
        console.say(Tone.FAINT, "No clear answer: checking whether it went through…");
    }

    @Override
    public void tryingAgain(int attempt, int attempts, Duration pause) {
        console.say(
                Tone.BAD,
                "No answer yet. Trying again in %d s (%d of %d); nothing is lost."
                        .formatted(pause.toSeconds(), attempt, attempts));
    }
}
