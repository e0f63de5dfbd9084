package justhungry.replay.script.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import justhungry.platform.text.NearestWord;

/** The members of a JSON object whose keys are all known. */
public final class LocatedFields {
    /** A function that makes an object of a value. */
    public interface FieldReader<T> {
        T read(LocatedJson node) throws ScriptException;
    }

    private final LocatedJson node;
    private final String what;
    private final Map<String, LocatedJson.Property> members;
    private final Set<String> possible;

    private LocatedFields(
            LocatedJson node, String what, Map<String, LocatedJson.Property> members, Set<String> possible) {
        this.node = node;
        this.what = what;
        this.members = members;
        this.possible = possible;
    }

    /**
     * The members of an object. An unknown key is a mistake. One that is nearest to exactly one known key counts as that one: its
     * value is checked, too.
     *
     * @param what the object, in words: {@code a request}
     * @param mistakes gets the unknown keys
     * @throws ScriptException when it is not an object
     */
    public static LocatedFields of(LocatedJson node, String what, List<String> known, MistakeCollector mistakes)
            throws ScriptException {
        var members = new LinkedHashMap<String, LocatedJson.Property>();
        var possible = new HashSet<String>();
        for (var member : node.object(what).entrySet()) {
            var name = member.getKey();
            if (!known.contains(name)) {
                mistakes.add(member.getValue()
                        .key()
                        .error("%s has no key '%s'%s".formatted(what, name, NearestWord.didYouMeanOrAll(name, known))));
                var meant = NearestWord.to(name, known);
                possible.addAll(meant);
                if (meant.size() == 1) {
                    members.putIfAbsent(meant.get(0), member.getValue());
                }
            } else {
                members.put(name, member.getValue());
            }
        }
        return new LocatedFields(node, what, members, possible);
    }

    /**
     * The value of a key.
     *
     * @throws ScriptException when there is none; without a message when {@linkplain #isMissing a mistyped key} may be it
     */
    public LocatedJson required(String key) throws ScriptException {
        if (isMissing(key)) {
            throw node.error("%s needs the key '%s'".formatted(what, key));
        }
        return optional(key).orElseThrow(() -> new ScriptException(List.of()));
    }

    /** Whether a key is absent, and none that was mistyped, which is a mistake already, may be it. */
    public boolean isMissing(String key) {
        return !members.containsKey(key) && !possible.contains(key);
    }

    public Optional<LocatedJson> optional(String key) {
        return Optional.ofNullable(members.get(key)).map(LocatedJson.Property::value);
    }

    /** The object made of the value of a key; empty when the key is absent. */
    public <T> Optional<T> optional(String key, FieldReader<T> reader) throws ScriptException {
        var value = optional(key);
        return value.isPresent() ? Optional.of(reader.read(value.get())) : Optional.empty();
    }
}
