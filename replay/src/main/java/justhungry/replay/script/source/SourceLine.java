package justhungry.replay.script.source;

/**
 * A line of a file.
 *
 * @param file the name of the file, as the user gave it
 * @param number from 1
 * @param text without its line feed
 */
public record SourceLine(String file, int number, String text) {
    /** The JSON value of the line, each part with its position. */
    public LocatedJson parse() throws ScriptException {
        return new JsonLineParser(this).parse();
    }

    SourcePosition position(int offset) {
        return new SourcePosition(this, offset);
    }

    /** A line without anything but the white space of JSON. */
    boolean isBlank() {
        return text.chars().allMatch(JsonLineParser::isSpace);
    }
}
