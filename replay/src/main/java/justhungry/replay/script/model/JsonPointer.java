package justhungry.replay.script.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A pointer to a part of a JSON value, by RFC 6901: {@code /orders/0/id}. In a key, {@code ~1} means {@code /} and
 * {@code ~0} means {@code ~}; the empty pointer means the whole value.
 */
public record JsonPointer(String text) {
    private static final Pattern BAD_ESCAPE = Pattern.compile("~(?![01])");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /**
     * Parses a pointer.
     *
     * @throws IllegalArgumentException when the text is not a pointer; its message gives the form
     */
    public JsonPointer {
        if (!(text.isEmpty() || text.startsWith("/"))
                || BAD_ESCAPE.matcher(text).find()) {
            throw new IllegalArgumentException(
                    "not a JSON Pointer: '%s'; write it like /orders/0/id, with ~1 for / and ~0 for ~ in a key"
                            .formatted(text));
        }
    }

    /** The part of the value that it points to; empty when there is none. */
    public Optional<JsonElement> in(JsonElement value) {
        var found = Optional.of(value);
        var keys = text.split("/", -1);
        for (int i = 1; i < keys.length; i++) {
            var key = keys[i].replace("~1", "/").replace("~0", "~");
            found = found.flatMap(part -> step(part, key));
        }
        return found;
    }

    private static Optional<JsonElement> step(JsonElement part, String key) {
        if (part instanceof JsonObject object) {
            return Optional.ofNullable(object.get(key));
        }
        if (part instanceof JsonArray array && INDEX.matcher(key).matches()) {
            int index = Integer.parseInt(key);
            return index < array.size() ? Optional.of(array.get(index)) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
