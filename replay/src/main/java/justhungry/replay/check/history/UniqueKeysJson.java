package justhungry.replay.check.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import java.io.IOException;

/** A parser of JSON that refuses a key that an object has twice; Gson's own takes the last one. */
final class UniqueKeysJson {
    private UniqueKeysJson() {}

    /**
     * Reads one value. The reader limits the nesting.
     *
     * @throws IllegalArgumentException when an object has a key twice
     */
    static JsonElement read(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> array(json);
            default -> JsonParser.parseReader(json);
        };
    }

    private static JsonObject object(JsonReader json) throws IOException {
        var object = new JsonObject();
        json.beginObject();
        while (json.hasNext()) {
            var key = json.nextName();
            if (object.has(key)) {
                throw new IllegalArgumentException("duplicate key '%s' in %s".formatted(key, place(json.getPath())));
            }
            object.add(key, read(json));
        }
        json.endObject();
        return object;
    }

    private static JsonArray array(JsonReader json) throws IOException {
        var array = new JsonArray();
        json.beginArray();
        while (json.hasNext()) {
            array.add(read(json));
        }
        json.endArray();
        return array;
    }

    /** The object's place, from Gson's path of its last member: {@code $.response.order} is in {@code response}. */
    private static String place(String path) {
        int dot = path.lastIndexOf('.');
        return dot <= 1 ? "the line" : path.substring(2, dot);
    }
}
