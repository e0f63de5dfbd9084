package justhungry.platform.text;

import java.util.List;
import java.util.Locale;

/** The capital letter, the full stop and the lists of a sentence. */
public final class SentenceFormat {
    private SentenceFormat() {}

    /** The words with a capital letter at the beginning and one mark at the end. */
    public static String of(String words) {
        return ended(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }

    /** One or more words as a list, whose conjunction is {@code and} or {@code or}: {@code apple, pear or plum}. */
    public static String list(List<String> words, String conjunction) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : "%s %s %s".formatted(String.join(", ", words.subList(0, last)), conjunction, words.get(last));
    }

    /** The words with one full stop, question mark or exclamation mark at the end. */
    public static String ended(String words) {
        return words.matches("(?s).*[.?!]") ? words : words + ".";
    }
}
