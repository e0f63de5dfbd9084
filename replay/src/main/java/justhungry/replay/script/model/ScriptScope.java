package justhungry.replay.script.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.platform.text.NearestWord;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.SourcePosition;

/**
 * The names that a line may use: the users so far, and the variables captured by earlier lines. Nothing else of a line
 * is kept.
 */
public final class ScriptScope {
    /** The maximum number of users of a script, and of different names that it captures. */
    static final int MAX_NAMES = 100_000;

    private final Set<String> users;
    private final Set<String> outer;
    private final Set<String> captured = new HashSet<>();

    /** Whether all captures of earlier lines are known. */
    private boolean complete = true;

    private ScriptScope(Set<String> users, Set<String> outer) {
        this.users = users;
        this.outer = outer;
    }

    public static ScriptScope empty() {
        return new ScriptScope(new LinkedHashSet<>(), Set.of());
    }

    /** Notes that a line could not be read: it may have captured any name. */
    public void onUnreadableLine() {
        complete = false;
    }

    /** The scope of an iteration: its captures are known in the iteration only. */
    public ScriptScope iteration() {
        var scope = new ScriptScope(users, captured);
        scope.complete = complete;
        return scope;
    }

    public Collection<String> users() {
        return users;
    }

    public String user(LocatedJson node) throws ScriptException {
        var user = node.string("a user's name");
        ParseChecks.construct(node.position(), () -> RequestStep.requireUser(user));
        add(users, user, node.position(), "users");
        return user;
    }

    public void captured(SourcePosition place, String name) throws ScriptException {
        add(captured, name, place, "captured names");
    }

    /** Requires that the variables of all strings in a value are known. */
    public void check(LocatedJson node) throws ScriptException {
        if (node.isString()) {
            for (var name : ParseChecks.construct(node.position(), () -> new Template(node.json()))
                    .variableNames()) {
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

    private void check(LocatedJson node, String name) throws ScriptException {
        if (complete && !captured.contains(name) && !outer.contains(name)) {
            var known = Stream.concat(captured.stream(), outer.stream()).collect(Collectors.toCollection(TreeSet::new));
            var meant =
                    NearestWord.to(name, known).stream().map("${%s}"::formatted).toList();
            throw node.error("no earlier line captures '%s'%s"
                    .formatted(name, meant.isEmpty() ? "" : "." + NearestWord.didYouMean(meant)));
        }
    }

    private static void add(Set<String> names, String name, SourcePosition place, String what) throws ScriptException {
        names.add(name);
        if (names.size() > MAX_NAMES) {
            throw place.error("a script has at most %d different %s".formatted(MAX_NAMES, what));
        }
    }
}
