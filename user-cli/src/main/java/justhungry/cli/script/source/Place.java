package justhungry.cli.script.source;

/**
 * A place in a line, for messages.
 *
 * @param offset of UTF-16 units, from 0; people count characters, from 1
 */
public record Place(SourceLine line, int offset) {
    /** What is wrong here, as an exception to throw. */
    public ScriptException wrong(String message) {
        int column = line.text().codePointCount(0, offset) + 1;
        return new ScriptException(line.file(), line.number(), column, message);
    }
}
