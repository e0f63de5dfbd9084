package justhungry.platform.text;

import java.util.Locale;

/** The capital letter and full stop of a sentence. */
public final class SentenceFormat {
    private SentenceFormat() {}

    /** The words with a capital letter at the beginning and one mark at the end. */
    public static String of(String words) {
        return ended(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    /** The words with one full stop, question mark or exclamation mark at the end. */
    public static String ended(String words) {
        return words.matches("(?s).*[.?!]") ? words : words + ".";
    }
}
