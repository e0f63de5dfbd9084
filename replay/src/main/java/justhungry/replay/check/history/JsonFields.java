package justhungry.replay.check.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import justhungry.platform.text.NearestWord;
import justhungry.platform.text.SentenceFormat;

/**
 * The members of a JSON object, read strictly. A member that is missing, unknown or of another type is an
 * {@link IllegalArgumentException} with its path and the expected value.
 */
final class JsonFields {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final String path;
    private final JsonObject json;

    private JsonFields(String path, JsonObject json) {
        this.path = path;
        this.json = json;
    }

    static JsonFields of(String path, JsonElement json) {
        if (!json.isJsonObject()) {
            throw new IllegalArgumentException("%s: expected an object".formatted(path.isEmpty() ? "the line" : path));
        }
        return new JsonFields(path, json.getAsJsonObject());
    }

    JsonObject json() {
        return json;
    }

    boolean has(String name) {
        return json.has(name);
    }

    /** Refuses all other members. */
    JsonFields only(String... names) {
        return only(List.of(names));
    }

    JsonFields only(List<String> known) {
        for (var name : json.keySet()) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException("%s/%s: unknown key; expected one of: %s%s"
                        .formatted(path, name, String.join(", ", known), suggestion(name, known)));
            }
        }
        return this;
    }

    String text(String name) {
        var value = value(name, "a string");
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
            throw expected(name, "a string");
        }
        return value.getAsString();
    }

    /** A whole number of at most 18 digits. */
    long number(String name) {
        var value = value(name, "a whole number");
        var digits = value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber() ? value.getAsString() : "not one";
        if (!WHOLE_NUMBER.matcher(digits).matches()) {
            throw expected(name, "a whole number");
        }
        return Long.parseLong(digits);
    }

    long numberFrom(long min, String name) {
        long number = number(name);
        if (number < min) {
            throw expected(name, "%d or more, not %d".formatted(min, number));
        }
        return number;
    }

    /** A time, in milliseconds since 1970 (UTC); empty when the member is missing. */
    OptionalLong time(String name) {
        if (!has(name)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Instant.parse(text(name)).toEpochMilli());
        } catch (DateTimeParseException | ArithmeticException e) {
            throw expected(name, "a time like 2026-11-29T09:15:00.123Z, not '%s'".formatted(text(name)));
        }
    }

    JsonFields object(String name) {
        return of(path + "/" + name, value(name, "an object"));
    }

    /** An element of an array that is a member. */
    JsonFields element(String name, int index, JsonElement element) {
        return of(path + "/" + name + "/" + index, element);
    }

    boolean truth(String name) {
        var value = value(name, "true or false");
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw expected(name, "true or false");
        }
        return value.getAsBoolean();
    }

    JsonArray array(String name) {
        var value = value(name, "an array");
        if (!value.isJsonArray()) {
            throw expected(name, "an array");
        }
        return value.getAsJsonArray();
    }

    IllegalArgumentException expected(String name, String what) {
        return new IllegalArgumentException("%s/%s: expected %s".formatted(path, name, what));
    }

    private JsonElement value(String name, String what) {
        var value = json.get(name);
        if (value == null) {
            throw new IllegalArgumentException("%s/%s is missing: expected %s".formatted(path, name, what));
        }
        return value;
    }

    /** The known names that may have been meant, in brackets; empty when none is near. */
    static String suggestion(String name, Collection<String> known) {
        var meant = NearestWord.to(name, known);
        return meant.isEmpty() ? "" : " (did you mean %s?)".formatted(SentenceFormat.list(meant, "or"));
    }
}
