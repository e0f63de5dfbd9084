package justhungry.replay.script.source;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;

/**
 * A JSON value with its position.
 *
 * @param json the value; whole numbers that fit are {@link Long}, all others {@link java.math.BigDecimal}, so that
 *     equal values are equal
 * @param members of an object, as written; empty for anything else
 * @param elements of an array; empty for anything else
 */
public record Node(Place place, JsonElement json, Map<String, Member> members, List<Node> elements) {
    /**
     * A key and its value.
     *
     * @param key the position of the key
     */
    public record Member(Place key, Node value) {}

    static Node scalar(Place place, JsonElement json) {
        return new Node(place, json, Map.of(), List.of());
    }

    static Node object(Place place, Map<String, Member> members) {
        var json = new JsonObject();
        members.forEach((key, member) -> json.add(key, member.value().json()));
        return new Node(place, json, members, List.of());
    }

    static Node array(Place place, List<Node> elements) {
        var json = new JsonArray();
        elements.forEach(element -> json.add(element.json()));
        return new Node(place, json, Map.of(), elements);
    }

    public ScriptException wrong(String message) {
        return place.wrong(message);
    }

    /** The exception for a value of the wrong type. */
    public ScriptException expected(String what) {
        return wrong("expected %s, found %s".formatted(what, kind()));
    }

    public boolean isText() {
        return json instanceof JsonPrimitive primitive && primitive.isString();
    }

    /** A number without a fraction that fits into 64 bits. {@code 2.0} is one. */
    public boolean isWhole() {
        return json instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsNumber() instanceof Long;
    }

    /** The value, which must be a string; {@code what} is the expected value in words. */
    public String text(String what) throws ScriptException {
        if (!isText()) {
            throw expected(what);
        }
        return json.getAsString();
    }

    /** The value, which must be a whole number from {@code min} to {@code max}. */
    public long whole(String what, long min, long max) throws ScriptException {
        if (!isWhole()) {
            throw expected(what);
        }
        long value = json.getAsLong();
        if (value < min || value > max) {
            throw wrong("expected %s from %d to %d, found %d".formatted(what, min, max, value));
        }
        return value;
    }

    public Map<String, Member> object(String what) throws ScriptException {
        if (!json.isJsonObject()) {
            throw expected(what);
        }
        return members;
    }

    public List<Node> array(String what) throws ScriptException {
        if (!json.isJsonArray()) {
            throw expected(what);
        }
        return elements;
    }

    private String kind() {
        if (json.isJsonObject()) {
            return "an object";
        }
        if (json.isJsonArray()) {
            return "an array";
        }
        return isText() ? "the string " + json : json.toString();
    }
}
