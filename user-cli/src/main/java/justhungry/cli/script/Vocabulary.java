package justhungry.cli.script;

import java.util.Collection;
import java.util.function.Supplier;
import justhungry.cli.script.source.Node;
import justhungry.cli.script.source.Place;
import justhungry.cli.script.source.ScriptException;
import justhungry.cli.script.source.Words;

/** Checks of single values, whose errors name the position. */
final class Vocabulary {
    private Vocabulary() {}

    /** Requires one of the words. */
    static String word(Node node, String what, Collection<String> words) throws ScriptException {
        var word = node.text("one of " + String.join(", ", words));
        if (!words.contains(word)) {
            throw node.wrong("there is no %s '%s'%s".formatted(what, word, Words.instead(word, words)));
        }
        return word;
    }

    /** Makes an object of a value; the exception of its constructor gets the position. */
    static <T> T made(Place place, Supplier<T> maker) throws ScriptException {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw place.wrong(String.valueOf(e.getMessage()));
        }
    }
}
