package justhungry.client.json;

import com.google.gson.JsonObject;
import justhungry.api.shop.Request;

/** The arguments of requests as JSON, by their names in scripts; {@link Operation#request} reads them. */
public final class RequestJson {
    private RequestJson() {}

    public static JsonObject args(Request request) {
        return JsonForms.ofRecord(request.getClass()).members(request);
    }
}
