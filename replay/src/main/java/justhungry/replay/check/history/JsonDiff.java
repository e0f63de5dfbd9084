package justhungry.replay.check.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first difference between the actual and the expected response.
 *
 * @param path JSON Pointer into the response
 */
public record JsonDiff(String path, String expected, String actual) {
    /** The first difference of two answers; empty when they are equal. Contact details are private: it hides them. */
    public static Optional<JsonDiff> first(Answer expected, Answer said) {
        var difference = first("", AnswerJson.of(expected), AnswerJson.of(said));
        return expected instanceof Answer.SavedDetails || said instanceof Answer.SavedDetails
                ? difference.map(JsonDiff::hidden)
                : difference;
    }

    private JsonDiff hidden() {
        return new JsonDiff(path, "what was saved last", "something else");
    }

    public String label() {
        return "%s: expected %s, got %s".formatted(path, expected, actual);
    }

    private static Optional<JsonDiff> first(String path, @Nullable JsonElement expected, @Nullable JsonElement said) {
        if (expected != null && expected.equals(said)) {
            return Optional.empty();
        }
        if (expected instanceof JsonObject one && said instanceof JsonObject other) {
            return inObject(path, one, other);
        }
        if (expected instanceof JsonArray one && said instanceof JsonArray other) {
            return inArray(path, one, other);
        }
        return Optional.of(new JsonDiff(path, label(expected), label(said)));
    }

    private static Optional<JsonDiff> inObject(String path, JsonObject expected, JsonObject said) {
        var names = new TreeSet<>(expected.keySet());
        names.addAll(said.keySet());
        for (var name : names) {
            var difference = first(path + "/" + name, expected.get(name), said.get(name));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<JsonDiff> inArray(String path, JsonArray expected, JsonArray said) {
        for (int i = 0; i < Math.max(expected.size(), said.size()); i++) {
            var difference = first(
                    path + "/" + i, i < expected.size() ? expected.get(i) : null, i < said.size() ? said.get(i) : null);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static String label(@Nullable JsonElement value) {
        return value == null ? "nothing" : value.toString();
    }
}
