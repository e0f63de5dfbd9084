package justhungry.cli.script;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.cli.script.source.Node;
import justhungry.cli.script.source.Place;
import justhungry.cli.script.source.ScriptException;
import justhungry.cli.script.source.Words;

/** The names that a script has brought up so far: its users, and what its lines capture. All that is kept of a line. */
final class KnownNames {
    /** Users of a script, and different names that it captures. */
    static final int MOST = 100_000;

    private final Set<String> users;
    private final Set<String> outer;
    private final Set<String> captured = new HashSet<>();

    private KnownNames(Set<String> users, Set<String> outer) {
        this.users = users;
        this.outer = outer;
    }

    static KnownNames none() {
        return new KnownNames(new LinkedHashSet<>(), Set.of());
    }

    /** Of a turn: what it captures is known in the turn only. */
    KnownNames turn() {
        return new KnownNames(users, captured);
    }

    Collection<String> users() {
        return users;
    }

    String user(Node node) throws ScriptException {
        var user = node.text("a user's name");
        Vocabulary.made(node.place(), () -> Ask.requireUser(user));
        add(users, user, node.place(), "users");
        return user;
    }

    void captured(Place place, String name) throws ScriptException {
        add(captured, name, place, "names of captures");
    }

    /** The variables of all texts in a value must be known. */
    void check(Node node) throws ScriptException {
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
            var instead = Words.nearest(name, known)
                    .map(" Did you mean ${%s}?"::formatted)
                    .orElse("");
            throw node.wrong("no earlier line captures '%s'.%s".formatted(name, instead));
        }
    }

    private static void add(Set<String> names, String name, Place place, String what) throws ScriptException {
        names.add(name);
        if (names.size() > MOST) {
            throw place.wrong("a script has at most %d different %s".formatted(MOST, what));
        }
    }
}
