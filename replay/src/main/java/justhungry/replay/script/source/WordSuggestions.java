package justhungry.replay.script.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import justhungry.platform.text.NearestWord;

/** Suggestions of known words in place of an unknown one. */
public final class WordSuggestions {
    private WordSuggestions() {}

    /** The nearest known word, ignoring case, when one is near enough. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        Map<String, String> lower = known.stream()
                .collect(Collectors.toMap(each -> each.toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
        return NearestWord.to(word, lower.keySet()).map(lower::get);
    }

    /** The end of a message: the nearest known word, or all of them. */
    public static String suggestion(String word, Collection<String> known) {
        return nearest(word, known)
                .map(". Did you mean %s?"::formatted)
                .orElseGet(() -> known.isEmpty() ? "" : "; use one of: " + String.join(", ", known));
    }
}
