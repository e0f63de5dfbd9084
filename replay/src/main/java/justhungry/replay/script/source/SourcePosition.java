package justhungry.replay.script.source;

/**
 * A position in a line, for messages.
 *
 * @param offset in UTF-16 units, from 0; messages count characters, from 1
 */
public record SourcePosition(SourceLine line, int offset) {
    /** The exception for an error at this position. */
    public ScriptException error(String message) {
        int column = line.text().codePointCount(0, offset) + 1;
        return new ScriptException(line.file(), line.number(), column, message);
    }
}
