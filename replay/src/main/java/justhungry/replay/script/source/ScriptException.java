package justhungry.replay.script.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The mistakes in a script. The message has a line for each: file, line, column, the error, and what was expected.
 */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final transient List<String> messages;

    /** An error of the file as a whole. */
    public ScriptException(String file, String message) {
        this(List.of(printable(file + ": " + message)));
    }

    /** All mistakes in one exception. */
    ScriptException(List<String> messages) {
        super(String.join("\n", messages));
        this.messages = List.copyOf(messages);
    }

    /**
     * An error at one position.
     *
     * @param line from 1
     * @param column in characters (Unicode code points), from 1
     */
    ScriptException(String file, int line, int column, String message) {
        this("%s:%d:%d".formatted(file, line, column), message);
    }

    /** The mistakes, each on one line. */
    public List<String> messages() {
        return messages;
    }

    /** A message quotes the file: characters that would break the line or control a terminal become escapes. */
    private static String printable(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
    }
}
