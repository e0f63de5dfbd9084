package justhungry.replay.script.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private LocatedFields(LocatedJson node, String what, Map<String, LocatedJson.Property> members) {
        this.node = node;
        this.what = what;
        this.members = members;
    }

    /**
     * The members of an object. A key that is nearly a known one, and no other, is a mistake, and counts as that one: its value is
     * checked, too.
     *
     * @param what the object, in words: {@code a request}
     * @param mistakes gets the unknown keys
     * @throws ScriptException when it is not an object
     */
    public static LocatedFields of(LocatedJson node, String what, List<String> known, MistakeCollector mistakes)
            throws ScriptException {
        var members = new LinkedHashMap<String, LocatedJson.Property>();
        for (var member : node.object(what).entrySet()) {
            var name = member.getKey();
            if (!known.contains(name)) {
                mistakes.add(member.getValue()
                        .key()
                        .error("%s has no key '%s'%s".formatted(what, name, NearestWord.didYouMeanOrAll(name, known))));
                var meant = NearestWord.to(name, known);
                if (meant.size() == 1) {
                    members.putIfAbsent(meant.get(0), member.getValue());
                }
            } else {
                members.put(name, member.getValue());
            }
        }
        return new LocatedFields(node, what, members);
    }

    public LocatedJson required(String key) throws ScriptException {
        return optional(key).orElseThrow(() -> node.error("%s needs the key '%s'".formatted(what, key)));
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
