package justhungry.platform.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The language and the encoding of a whole process: English and UTF-8, whatever the locale of the person is. */
public final class ProcessText {
    private static final char REPLACEMENT = '\ufffd';

    private ProcessText() {}

    /**
     * Makes numbers read and written in the digits 0 to 9, for people and for machines. It comes first in {@code main}: in an
     * Arabic or Persian locale Java writes others.
     */
    public static void configure() {
        Locale.setDefault(Locale.ENGLISH);
    }

    /**
     * Refuses arguments, and directories named by the environment, that are not what was typed: Java decodes them as the
     * locale says, and puts a replacement character for what it cannot decode.
     *
     * @throws CannotStartException when one has such a character
     */
    public static void requireReadable(List<String> arguments, Map<String, String> environment)
            throws CannotStartException {
        for (var argument : arguments) {
            require("argument", argument);
        }
        for (var variable : XdgDirectories.VARIABLES) {
            require(variable, environment.getOrDefault(variable, ""));
        }
    }

    private static void require(String what, String text) throws CannotStartException {
        if (text.indexOf(REPLACEMENT) >= 0) {
            throw new CannotStartException(
                    ExitCode.USAGE,
                    "the %s '%s' cannot be read: write it in UTF-8, and start with ./just-hungry, or with LC_ALL=C.UTF-8"
                            .formatted(what, text));
        }
    }
}
