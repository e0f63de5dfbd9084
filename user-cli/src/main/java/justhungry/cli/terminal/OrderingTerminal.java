package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.InputInterruptedException;
import justhungry.cli.console.TextStyle;
import justhungry.client.RequestSender;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.NearestWord;

/**
 * The ordering terminal: a menu and its dialogues. The console stays open, for its owner to close.
 */
public final class OrderingTerminal {
    private static final List<String> MENU_WORDS =
            List.of("create", "order", "history", "show", "cancel", "help", "quit");

    private final Console console;
    private final ExtraCommands commands;
    private final DialogueRequests requests;
    private final OrderDialogue order;
    private final HistoryDialogue history;
    private final CancelDialogue cancel;

    /**
     * @param session sends the requests of one person; a {@link ConsoleProgress} reports its progress to the same console
     * @param commands extra commands at the menu
     * @param kind of the person; the saved details of one who returns are looked up at the first order
     */
    public OrderingTerminal(Console console, RequestSender session, ExtraCommands commands, PersonKind kind) {
        this.console = console;
        this.commands = commands;
        this.requests = new DialogueRequests(session, console, commands);
        this.order = new OrderDialogue(console, requests, kind);
        this.history = new HistoryDialogue(console, requests);
        this.cancel = new CancelDialogue(console, requests);
    }

    /**
     * Runs until the person quits, the input ends, or no front end can be reached and the extra commands know no repair.
     * Ctrl-C gives up what is under way, and returns to the menu.
     *
     * @return {@code OK}; {@code USAGE} when the input ended within a dialogue; {@code UNAVAILABLE} when no front end
     *     could be reached, the last update was not executed, or the outcome of one stayed unknown; {@code INTERRUPTED}
     *     after Ctrl-C at the menu
     */
    public ExitCode run() {
        console.print(TextStyle.HEADING, "Just Hungry");
        console.print("At any question, type back to return to the menu.");
        console.interruptOnCtrlC(Thread.currentThread());
        var step = MenuStep.AGAIN;
        try {
            requests.checkConnection();
            while (step == MenuStep.AGAIN) {
                showMenu();
                step = menuStep();
            }
            return requests.hasUnresolvedUpdate() && step != MenuStep.INTERRUPTED
                    ? ExitCode.UNAVAILABLE
                    : step.exitCode;
        } catch (UnavailableException e) {
            console.print(TextStyle.BAD, e.reason());
            return ExitCode.UNAVAILABLE;
        } catch (InputInterruptedException e) {
            return ExitCode.INTERRUPTED;
        } finally {
            requests.close();
            if (step != MenuStep.QUIT) {
                console.dropTypedAhead(); // It was meant for this terminal, not for the shell.
            }
        }
    }

    /** The step after a line at the menu. */
    private enum MenuStep {
        AGAIN(ExitCode.OK),
        QUIT(ExitCode.OK),
        CUT_OFF(ExitCode.USAGE),
        INTERRUPTED(ExitCode.INTERRUPTED);

        private final ExitCode exitCode;

        MenuStep(ExitCode exitCode) {
            this.exitCode = exitCode;
        }
    }

    private void showMenu() {
        console.print("");
        console.print("  1  create an order");
        console.print("  2  order history; for one order: show 42");
        console.print("  3  cancel an order");
        console.print("  4  quit");
        commands.hints().forEach(line -> console.print(TextStyle.FAINT, line));
    }

    private MenuStep menuStep() {
        String line;
        try {
            line = console.readCommand("> ", completions()).strip();
        } catch (InputEndedException e) {
            return MenuStep.QUIT;
        } catch (InputInterruptedException e) {
            return MenuStep.INTERRUPTED;
        }
        var words = line.toLowerCase(Locale.ROOT);
        if (words.isEmpty()) {
            return MenuStep.AGAIN;
        }
        if (words.equals("show") || words.startsWith("show ")) {
            return dialogue(() -> history.runFor(words.substring("show".length())), "");
        }
        return switch (words) {
            case "1", "create", "order" ->
                dialogue(order::run, "The input ended in the middle of an order: nothing was ordered.");
            case "2", "history" -> dialogue(history::run, "The input ended in the middle of the history.");
            case "3", "cancel" -> dialogue(cancel::run, "The input ended before the answer: nothing was cancelled.");
            case "4", "quit", "q", "exit" -> MenuStep.QUIT;
            case "help", "?" -> dialogue(this::showHelp, "");
            default -> dialogue(() -> command(line), "");
        };
    }

    private MenuStep dialogue(Runnable dialogue, String messageWhenCutOff) {
        try {
            dialogue.run();
        } catch (BackException e) {
            // The person has been told why.
        } catch (InputInterruptedException e) {
            console.print("Back at the menu.");
        } catch (InputEndedException e) {
            console.print(TextStyle.BAD, messageWhenCutOff);
            return MenuStep.CUT_OFF;
        }
        if (Thread.interrupted()) {
            console.print("Back at the menu."); // Ctrl-C came after the last question.
        }
        return MenuStep.AGAIN;
    }

    private void showHelp() {
        console.print("Type a number, or one of these words: order, history, cancel, quit.");
        console.print("For one order, type show and its number, like: show 42");
        console.print("At any question, back returns to the menu. Ctrl-C gives up what takes too long.");
        commands.help().forEach(console::print);
    }

    private void command(String line) {
        if (!commands.execute(line)) {
            console.print(
                    TextStyle.BAD,
                    "'%s' is not on the menu.%s Type 1, 2, 3 or 4%s."
                            .formatted(
                                    line,
                                    NearestWord.didYouMean(line, completions()),
                                    commands.names().isEmpty() ? "" : ", or a command as shown above"));
        }
    }

    private List<String> completions() {
        return Stream.concat(MENU_WORDS.stream(), commands.names().stream()).toList();
    }
}
