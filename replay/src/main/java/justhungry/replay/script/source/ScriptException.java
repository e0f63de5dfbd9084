package justhungry.replay.script.source;

import java.util.regex.Pattern;

/** An error in a script. The message is one line: file, line, column, the error, and what was expected. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final String reason;

    /** An error of the file as a whole. */
    public ScriptException(String file, String message) {
        super(file + ": " + message);
        reason = printable(file + ": " + message);
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

    @Override
    public String getMessage() {
        return reason;
    }

    /** A message quotes the file: characters that would break the line or control a terminal become escapes. */
    private static String printable(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
    }
}
