package justhungry.cli.cluster;

import java.util.List;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.TextStyle;
import org.apache.commons.cli.CommandLine;

/** A confirmation by a person before something that cannot be undone. */
record ConfirmationPrompt(ClusterContext context) {
    /**
     * Prints the warning, and asks for confirmation.
     *
     * @param line {@code --yes} in it is the answer; with {@code --no-input} no question is asked
     * @return whether the answer is {@code yes}; without a terminal it is no, and the option to add is printed
     */
    boolean confirmed(CommandLine line, String warning) {
        context.err().println(warning);
        if (line.hasOption("yes")) {
            return true;
        }
        if (line.hasOption("no-input") || !context.terminal().isInteractive()) {
            context.err().println("Nothing was done, because no question can be asked here. Add --yes to do it.");
            return false;
        }
        return confirmedAtTerminal();
    }

    private boolean confirmedAtTerminal() {
        try (var console = context.terminal().openOn(context.err())) {
            boolean agreed =
                    console.read("Type yes to continue: ", List.of()).strip().equals("yes");
            if (!agreed) {
                console.print(TextStyle.PLAIN, "Nothing was done: to continue, type the whole word yes.");
            }
            return agreed;
        } catch (InputEndedException e) {
            return false;
        }
    }
}
