package justhungry.cli.text;

import java.util.Locale;

/** Words for a person. */
public final class Sentence {
    private Sentence() {}

    /** The same words with a capital letter at their beginning, and one mark at their end. */
    public static String of(String words) {
        return ended(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    /** The same words with one full stop, question mark or exclamation mark at their end. */
    public static String ended(String words) {
        return words.matches("(?s).*[.?!]") ? words : words + ".";
    }
}
