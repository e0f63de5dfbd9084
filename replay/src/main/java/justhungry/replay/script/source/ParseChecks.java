package justhungry.replay.script.source;

import java.util.Collection;
import java.util.function.Supplier;
import justhungry.platform.text.NearestWord;

/** Checks of single values, whose errors name the position. */
public final class ParseChecks {
    private ParseChecks() {}

    /** Requires one of the words. */
    public static String requireOneOf(LocatedJson node, String what, Collection<String> words) throws ScriptException {
        var word = node.string("one of " + String.join(", ", words));
        if (!words.contains(word)) {
            throw node.error("there is no %s '%s'%s".formatted(what, word, NearestWord.didYouMeanOrAll(word, words)));
        }
        return word;
    }

    /** Makes an object of a value; the exception of its constructor gets the position. */
    public static <T> T construct(SourcePosition place, Supplier<T> maker) throws ScriptException {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw place.error(String.valueOf(e.getMessage()));
        }
    }
}
