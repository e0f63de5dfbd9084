package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.InputInterruptedException;
import justhungry.cli.console.Tone;
import justhungry.client.Asking;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.Nearest;

/**
 * The ordering terminal: a menu and its dialogues. The console stays open, for its owner to close.
 */
public final class OrderingTerminal {
    private static final List<String> MENU_WORDS = List.of("order", "history", "cancel", "quit");

    private final Console console;
    private final MenuCommands commands;
    private final Requests requests;
    private final OrderDialogue order;
    private final HistoryDialogue history;
    private final CancelDialogue cancel;

    /**
     * @param session sends the requests of one person; a {@link ConsoleProgress} reports its progress to the same console
     * @param commands extra commands at the menu
     */
    public OrderingTerminal(Console console, Asking session, MenuCommands commands) {
        this.console = console;
        this.commands = commands;
        this.requests = new Requests(session, console);
        this.order = new OrderDialogue(console, requests);
        this.history = new HistoryDialogue(console, requests);
        this.cancel = new CancelDialogue(console, requests);
    }

    /**
     * Runs until the person quits, the input ends, or no front end can be reached.
     *
     * @return {@code OK}; {@code USAGE} when the input ended within a dialogue; {@code UNAVAILABLE} when no front end
     *     could be reached, the last update was not executed, or the outcome of one stayed unknown; {@code INTERRUPTED}
     *     after Ctrl-C at the menu
     */
    public ExitCode run() {
        console.say(Tone.HEADING, "Just Hungry");
        console.say("Type back to return to the menu from any question.");
        try {
            requests.lookFirst();
            var step = Step.AGAIN;
            while (step == Step.AGAIN) {
                showMenu();
                step = menuStep();
            }
            return requests.unsettled() && step != Step.INTERRUPTED ? ExitCode.UNAVAILABLE : step.exitCode;
        } catch (UnavailableException e) {
            console.say(Tone.BAD, e.reason());
            return ExitCode.UNAVAILABLE;
        }
    }

    /** The step after a line at the menu. */
    private enum Step {
        AGAIN(ExitCode.OK),
        QUIT(ExitCode.OK),
        CUT_OFF(ExitCode.USAGE),
        INTERRUPTED(ExitCode.INTERRUPTED);

        private final ExitCode exitCode;

        Step(ExitCode exitCode) {
            this.exitCode = exitCode;
        }
    }

    private void showMenu() {
        console.say("");
        console.say("  1  create an order");
        console.say("  2  order history");
        console.say("  3  cancel an order");
        console.say("  4  quit");
        commands.hint().forEach(line -> console.say(Tone.FAINT, line));
    }

    private Step menuStep() {
        String line;
        try {
            line = console.read("> ", words()).strip();
        } catch (InputEndedException e) {
            return Step.QUIT;
        } catch (InputInterruptedException e) {
            return Step.INTERRUPTED;
        }
        return switch (line.toLowerCase(Locale.ROOT)) {
            case "" -> Step.AGAIN;
            case "1", "order" ->
                dialogue(order::run, "The input ended in the middle of an order: nothing was ordered.");
            case "2", "history" -> dialogue(history::run, "The input ended in the middle of the history.");
            case "3", "cancel" -> dialogue(cancel::run, "The input ended before the answer: nothing was cancelled.");
            case "4", "quit" -> Step.QUIT;
            default -> command(line);
        };
    }

    private Step dialogue(Runnable dialogue, String messageWhenCutOff) {
        try {
            dialogue.run();
        } catch (BackException e) {
            return Step.AGAIN;
        } catch (InputInterruptedException e) {
            console.say("Back at the menu.");
        } catch (InputEndedException e) {
            console.say(Tone.BAD, messageWhenCutOff);
            return Step.CUT_OFF;
        }
        return Step.AGAIN;
    }

    private Step command(String line) {
        if (!commands.handle(line)) {
            console.say(
                    Tone.BAD,
                    "'%s' is not on the menu.%s Type 1, 2, 3 or 4%s."
                            .formatted(
                                    line,
                                    Nearest.didYouMean(line, words()),
                                    commands.names().isEmpty() ? "" : ", or a command as shown above"));
        }
        return Step.AGAIN;
    }

    private List<String> words() {
        return Stream.concat(MENU_WORDS.stream(), commands.names().stream()).toList();
    }
}
