package justhungry.cli.script;

import java.util.Collection;
import java.util.function.Supplier;
import justhungry.cli.script.source.Node;
import justhungry.cli.script.source.Place;
import justhungry.cli.script.source.ScriptException;
import justhungry.cli.script.source.Words;

/** Checks of single values that tell what stands there wrongly, with its place. */
final class Vocabulary {
    private Vocabulary() {}

    /** One of the words. */
    static String word(Node node, String what, Collection<String> words) throws ScriptException {
        var word = node.text("one of " + String.join(", ", words));
        if (!words.contains(word)) {
            throw node.wrong("there is no %s '%s'.%s".formatted(what, word, Words.instead(word, words)));
        }
        return word;
    }

    /** What is made of a value, by a constructor that says what is wrong with it. */
    static <T> T made(Place place, Supplier<T> maker) throws ScriptException {
        try {
            return maker.get();
        } catch (IllegalArgumentException e) {
            throw place.wrong(String.valueOf(e.getMessage()));
        }
    }
}
