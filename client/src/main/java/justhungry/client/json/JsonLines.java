package justhungry.client.json;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;

/** The one-line form of the JSON objects in results, histories and transcripts. */
public final class JsonLines {
    private static final Gson GSON =
            new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private JsonLines() {}

    public static String line(JsonObject json) {
        return GSON.toJson(json) + "\n";
    }
}
