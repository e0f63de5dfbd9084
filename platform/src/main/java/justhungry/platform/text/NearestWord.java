package justhungry.platform.text;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jline.utils.Levenshtein;

/**
 * Suggestions of words that a person may have meant: all that are equally near, ignoring case. They are only shown: a word has
 * to be typed to be used.
 */
public final class NearestWord {
    /** The most words of one suggestion; of more, the first ones are named. */
    private static final int MAX_WORDS = 5;

    /** The letters of a word for which one may differ. */
    private static final int LETTERS_PER_ERROR = 3;

    private NearestWord() {}

    /** The words nearest to what was typed, in their order; empty when none is near enough. */
    public static List<String> to(String typed, Collection<String> words) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        var near =
                words.stream().filter(word -> isNear(wanted, word)).distinct().toList();
        var least = near.stream().mapToInt(word -> distance(wanted, word)).min();
        return near.stream()
                .filter(word -> distance(wanted, word) == least.orElseThrow())
                .limit(MAX_WORDS)
                .toList();
    }

    /** A sentence that suggests the nearest words, with a space before it; empty when none is near. */
    public static String didYouMean(String typed, Collection<String> words) {
        return didYouMean(to(typed, words));
    }

    /** A sentence that suggests these words, with a space before it; empty when there is none. */
    public static String didYouMean(List<String> meant) {
        return meant.isEmpty() ? "" : " Did you mean %s?".formatted(SentenceFormat.list(meant, "or"));
    }

    /** The end of a message: a sentence that suggests the nearest words; all words when none is near. */
    public static String didYouMeanOrAll(String typed, Collection<String> words) {
        var suggestion = didYouMean(typed, words);
        if (!suggestion.isEmpty()) {
            return "." + suggestion;
        }
        return words.isEmpty() ? "" : "; use one of: " + String.join(", ", words);
    }

    private static boolean isNear(String wanted, String other) {
        var word = other.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.max(wanted.length(), word.length()) / LETTERS_PER_ERROR);
        return word.startsWith(wanted)
                || (Math.abs(wanted.length() - word.length()) <= most && distance(wanted, word) <= most);
    }

    private static int distance(String wanted, String word) {
        return Levenshtein.distance(wanted, word.toLowerCase(Locale.ROOT));
    }
}
