package justhungry.replay.script.source;

import java.util.List;
import java.util.Optional;

/** The members of a JSON object whose keys are all known. */
public final class LocatedFields {
    /** A function that makes an object of a value. */
    public interface FieldReader<T> {
        T read(LocatedJson node) throws ScriptException;
    }

    private final LocatedJson node;
    private final String what;

    private LocatedFields(LocatedJson node, String what) {
        this.node = node;
        this.what = what;
    }

    /**
     * The members of an object.
     *
     * @param what the object, in words: {@code a request}
     * @throws ScriptException when it is not an object, or has an unknown key
     */
    public static LocatedFields of(LocatedJson node, String what, List<String> known) throws ScriptException {
        for (var member : node.object(what).entrySet()) {
            if (!known.contains(member.getKey())) {
                throw member.getValue()
                        .key()
                        .error("%s has no key '%s'%s"
                                .formatted(what, member.getKey(), WordSuggestions.suggestion(member.getKey(), known)));
            }
        }
        return new LocatedFields(node, what);
    }

    public LocatedJson required(String key) throws ScriptException {
        return optional(key).orElseThrow(() -> node.error("%s needs the key '%s'".formatted(what, key)));
    }

    public Optional<LocatedJson> optional(String key) {
        return Optional.ofNullable(node.members().get(key)).map(LocatedJson.Property::value);
    }

    /** The object made of the value of a key; empty when the key is absent. */
    public <T> Optional<T> optional(String key, FieldReader<T> reader) throws ScriptException {
        var value = optional(key);
        return value.isPresent() ? Optional.of(reader.read(value.get())) : Optional.empty();
    }
}
