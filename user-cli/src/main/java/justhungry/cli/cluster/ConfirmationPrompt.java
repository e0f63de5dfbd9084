package justhungry.cli.cluster;

import java.util.List;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.TextStyle;

/** A confirmation by a person before something that cannot be undone. */
record ConfirmationPrompt(CommandInvocation invocation) {
    /**
     * Prints the warning, and asks for confirmation: {@code --yes} is the answer, and with {@code --no-input} no question is
     * asked.
     *
     * @return whether the answer is {@code yes}; without a terminal it is no, and the option to add is printed
     */
    boolean confirmed(String warning) {
        invocation.err().println(warning);
        if (invocation.has(CommonOptions.YES)) {
            return true;
        }
        if (invocation.has(CommonOptions.NO_INPUT) || !invocation.terminal().isInteractive()) {
            invocation.err().println("Nothing was done, because no question can be asked here. Add --yes to do it.");
            return false;
        }
        return confirmedAtTerminal();
    }

    private boolean confirmedAtTerminal() {
        try (var console = invocation.terminal().openOn(invocation.err())) {
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
