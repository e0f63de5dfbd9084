package justhungry.cli.text;

/** Words for a person. */
public final class Sentence {
    private Sentence() {}

    /** The same words with one full stop, question mark or exclamation mark at their end. */
    public static String ended(String words) {
        return words.matches("(?s).*[.?!]") ? words : words + ".";
    }
}
