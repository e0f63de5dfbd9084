package justhungry.cluster;

import java.util.List;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.Tone;
import org.apache.commons.cli.CommandLine;

/** Asks a person before something is done that cannot be undone. */
record Consent(Surroundings around) {
    /**
     * Says what will happen, and asks whether it shall.
     *
     * @param line {@code --yes} in it is the answer; with {@code --no-input} nobody is asked
     * @return whether the answer is {@code yes}; without a person to ask it is no, and what to type instead is said
     */
    boolean agreed(CommandLine line, String warning) {
        around.talk().println(warning);
        if (line.hasOption("yes")) {
            return true;
        }
        if (line.hasOption("no-input") || !around.choice().interactive()) {
            around.talk().println("Nothing was done, for nobody can be asked here. Add --yes to do it.");
            return false;
        }
        return ask();
    }

    private boolean ask() {
        try (var console = around.choice().openBesideData(around.talk())) {
            boolean agreed =
                    console.read("Type yes to go on: ", List.of()).strip().equals("yes");
            if (!agreed) {
                console.say(Tone.PLAIN, "Nothing was done.");
            }
            return agreed;
        } catch (InputEndedException e) {
            return false;
        }
    }
}
