package justhungry.replay.script.source;

import java.util.Collection;
import java.util.function.Supplier;

/** Checks of single values, whose errors name the position. */
public final class Vocabulary {
    private Vocabulary() {}

    /** Requires one of the words. */
    public static String word(Node node, String what, Collection<String> words) throws ScriptException {
        var word = node.text("one of " + String.join(", ", words));
        if (!words.contains(word)) {
            throw node.wrong("there is no %s '%s'%s".formatted(what, word, Words.instead(word, words)));
        }
        return word;
    }

    /** Makes an object of a value; the exception of its constructor gets the position. */
    public static <T> T made(Place place, Supplier<T> maker) throws ScriptException {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw place.wrong(String.valueOf(e.getMessage()));
        }
    }
}
