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
public record LocatedJson(
        SourcePosition position, JsonElement json, Map<String, Property> members, List<LocatedJson> elements) {
    /**
     * A key and its value.
     *
     * @param key the position of the key
     */
    public record Property(SourcePosition key, LocatedJson value) {}

    static LocatedJson scalar(SourcePosition place, JsonElement json) {
        return new LocatedJson(place, json, Map.of(), List.of());
    }

    static LocatedJson object(SourcePosition place, Map<String, Property> members) {
        var json = new JsonObject();
        members.forEach((key, member) -> json.add(key, member.value().json()));
        return new LocatedJson(place, json, members, List.of());
    }

    static LocatedJson array(SourcePosition place, List<LocatedJson> elements) {
        var json = new JsonArray();
        elements.forEach(element -> json.add(element.json()));
        return new LocatedJson(place, json, Map.of(), elements);
    }

    public ScriptException error(String message) {
        return position.error(message);
    }

    /** The exception for a value of the wrong type. */
    public ScriptException expected(String what) {
        return error("expected %s, found %s".formatted(what, description()));
    }

    public boolean isString() {
        return json instanceof JsonPrimitive primitive && primitive.isString();
    }

    /** A number without a fraction that fits into 64 bits. {@code 2.0} is one. */
    public boolean isWholeNumber() {
        return json instanceof JsonPrimitive primitive
                && primitive.isNumber()
                && primitive.getAsNumber() instanceof Long;
    }

    /** The value, which must be a string; {@code what} is the expected value in words. */
    public String string(String what) throws ScriptException {
        if (!isString()) {
            throw expected(what);
        }
        return json.getAsString();
    }

    /** The value, which must be a whole number from {@code min} to {@code max}. */
    public long wholeNumber(String what, long min, long max) throws ScriptException {
        if (!isWholeNumber()) {
            throw expected(what);
        }
        long value = json.getAsLong();
        if (value < min || value > max) {
            throw error("expected %s from %d to %d, found %d".formatted(what, min, max, value));
        }
        return value;
    }

    public Map<String, Property> object(String what) throws ScriptException {
        if (!json.isJsonObject()) {
            throw expected(what);
        }
        return members;
    }

    public List<LocatedJson> array(String what) throws ScriptException {
        if (!json.isJsonArray()) {
            throw expected(what);
        }
        return elements;
    }

    private String description() {
        if (json.isJsonObject()) {
            return "an object";
        }
        if (json.isJsonArray()) {
            return "an array";
        }
        return isString() ? "the string " + json : json.toString();
    }
}
