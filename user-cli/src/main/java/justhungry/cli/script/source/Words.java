package justhungry.cli.script.source;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import justhungry.cli.text.Nearest;

/** Says which word was meant when one is not known. */
public final class Words {
    private Words() {}

    /** The known word that is nearest, in any case of its letters, when one is near enough. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        Map<String, String> lower = known.stream()
                .collect(Collectors.toMap(each -> each.toLowerCase(Locale.ROOT), Function.identity(), (a, b) -> a));
        return Nearest.to(word, lower.keySet()).map(lower::get);
    }

    /** A sentence, with a space before it: the nearest known word, or all of them. */
    public static String instead(String word, Collection<String> known) {
        return nearest(word, known)
                .map(" Did you mean %s?"::formatted)
                .orElseGet(() -> known.isEmpty() ? "" : " Write one of: " + String.join(", ", known) + ".");
    }
}
