package justhungry.cli.script.source;

import java.util.regex.Pattern;

/** A script cannot be read. The message is one line: file, line, column, what is wrong there, and what was expected. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final String reason;

    /** Something is wrong with the file as a whole. */
    public ScriptException(String file, String message) {
        super(file + ": " + message);
        reason = printable(file + ": " + message);
    }

    /**
     * Something is wrong at one place.
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

    /** A message quotes what stands in the file: what would break the line, or steer a terminal, becomes an escape. */
    private static String printable(String text) {
        return UNPRINTABLE
                .matcher(text)
                .replaceAll(found -> "\\\\u%04x".formatted(found.group().codePointAt(0)));
    }
}
