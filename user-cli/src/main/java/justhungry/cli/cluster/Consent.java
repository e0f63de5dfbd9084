package justhungry.cli.cluster;

import java.util.List;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.Tone;
import org.apache.commons.cli.CommandLine;

/** A confirmation by a person before something that cannot be undone. */
record Consent(Surroundings around) {
    /**
     * Prints the warning, and asks for confirmation.
     *
     * @param line {@code --yes} in it is the answer; with {@code --no-input} no question is asked
     * @return whether the answer is {@code yes}; without a terminal it is no, and the option to add is printed
     */
    boolean agreed(CommandLine line, String warning) {
        around.talk().println(warning);
        if (line.hasOption("yes")) {
            return true;
        }
        if (line.hasOption("no-input") || !around.choice().interactive()) {
            around.talk().println("Nothing was done, because no question can be asked here. Add --yes to do it.");
            return false;
        }
        return ask();
    }

    private boolean ask() {
        try (var console = around.choice().openBesideData(around.talk())) {
            boolean agreed =
                    console.read("Type yes to continue: ", List.of()).strip().equals("yes");
            if (!agreed) {
                console.say(Tone.PLAIN, "Nothing was done: type the whole word yes.");
            }
            return agreed;
        } catch (InputEndedException e) {
            return false;
        }
    }
}
