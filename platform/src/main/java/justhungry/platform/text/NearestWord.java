package justhungry.platform.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.jline.utils.Levenshtein;

/** Suggestions of words that a person may have meant. They are only shown: a word has to be typed to be used. */
public final class NearestWord {
    /** The letters of a word for which one may differ. */
    private static final int LETTERS_PER_ERROR = 3;

    private NearestWord() {}

    /** The word nearest to what was typed, when one is near enough. */
    public static Optional<String> to(String typed, Collection<String> words) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return words.stream()
                .filter(word -> isNear(wanted, word))
                .min(Comparator.comparingInt(word -> Levenshtein.distance(wanted, word.toLowerCase(Locale.ROOT))));
    }

    /** A sentence that suggests the nearest word, with a space before it; empty when none is near. */
    public static String didYouMean(String typed, Collection<String> words) {
        return to(typed, words).map(" Did you mean %s?"::formatted).orElse("");
    }

    private static boolean isNear(String wanted, String other) {
        var word = other.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.max(wanted.length(), word.length()) / LETTERS_PER_ERROR);
        return word.startsWith(wanted)
                || (Math.abs(wanted.length() - word.length()) <= most && Levenshtein.distance(wanted, word) <= most);
    }
}
