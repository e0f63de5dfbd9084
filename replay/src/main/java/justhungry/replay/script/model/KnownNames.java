package justhungry.replay.script.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.replay.script.source.Node;
import justhungry.replay.script.source.Place;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.Vocabulary;
import justhungry.replay.script.source.Words;

/**
 * The names that a line may use: the users so far, and the variables captured by earlier lines. Nothing else of a line
 * is kept.
 */
public final class KnownNames {
    /** The maximum number of users of a script, and of different names that it captures. */
    static final int MOST = 100_000;

    private final Set<String> users;
    private final Set<String> outer;
    private final Set<String> captured = new HashSet<>();

    private KnownNames(Set<String> users, Set<String> outer) {
        this.users = users;
        this.outer = outer;
    }

    public static KnownNames none() {
        return new KnownNames(new LinkedHashSet<>(), Set.of());
    }

    /** The scope of an iteration: its captures are known in the iteration only. */
    public KnownNames turn() {
        return new KnownNames(users, captured);
    }

    public Collection<String> users() {
        return users;
    }

    public String user(Node node) throws ScriptException {
        var user = node.text("a user's name");
        Vocabulary.made(node.place(), () -> Ask.requireUser(user));
        add(users, user, node.place(), "users");
        return user;
    }

    public void captured(Place place, String name) throws ScriptException {
        add(captured, name, place, "captured names");
    }

    /** Requires that the variables of all strings in a value are known. */
    public void check(Node node) throws ScriptException {
        if (node.isText()) {
            for (var name : Vocabulary.made(node.place(), () -> new Template(node.json()))
                    .names()) {
                check(node, name);
            }
        }
        for (var element : node.elements()) {
            check(element);
        }
        for (var member : node.members().values()) {
            check(member.value());
        }
    }

    private void check(Node node, String name) throws ScriptException {
        if (!captured.contains(name) && !outer.contains(name)) {
            var known = Stream.concat(captured.stream(), outer.stream()).collect(Collectors.toSet());
            var suggestion = Words.nearest(name, known)
                    .map(". Did you mean ${%s}?"::formatted)
                    .orElse("");
            throw node.wrong("no earlier line captures '%s'%s".formatted(name, suggestion));
        }
    }

    private static void add(Set<String> names, String name, Place place, String what) throws ScriptException {
        names.add(name);
        if (names.size() > MOST) {
            throw place.wrong("a script has at most %d different %s".formatted(MOST, what));
        }
    }
}
