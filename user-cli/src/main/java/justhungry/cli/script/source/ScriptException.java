package justhungry.cli.script.source;

/** A script cannot be read. The message is one line: file, line, column, what is wrong there, and what was expected. */
public final class ScriptException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** Something is wrong with the file as a whole. */
    public ScriptException(String file, String message) {
        super(file + ": " + message);
        reason = file + ": " + message;
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
}
