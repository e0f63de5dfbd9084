package justhungry.client.json;

import com.google.gson.JsonObject;
import justhungry.api.shop.Response;
import justhungry.client.RequestOutcome;

/**
 * The JSON of outcomes, with the names that scripts use: {@code status} is {@code ok}, {@code refused} (with {@code reason},
 * a fixed upper-case word) or {@code unknown}. Amounts are strings like {@code "4.97"}; order ids are numbers.
 */
public final class ResponseJson implements RequestOutcome.Visitor<JsonObject> {
    private ResponseJson() {}

    public static JsonObject of(RequestOutcome outcome) {
        return outcome.accept(new ResponseJson());
    }

    @Override
    public JsonObject visit(RequestOutcome.Completed completed) {
        return of(completed.response());
    }

    @Override
    public JsonObject visit(RequestOutcome.Unexecuted refused) {
        return refused(refused.cause().name(), refused.message());
    }

    @Override
    public JsonObject visit(RequestOutcome.Unreachable unreachable) {
        return refused("NO_FRONT_END", unreachable.message());
    }

    @Override
    public JsonObject visit(RequestOutcome.Unknown unknown) {
        var json = status("unknown");
        json.addProperty("message", unknown.message());
        return json;
    }

    private static JsonObject of(Response response) {
        var json = status(response.refusal().isPresent() ? "refused" : "ok");
        JsonForms.ofRecord(response.getClass()).addTo(json, "", response);
        return json;
    }

    private static JsonObject status(String status) {
        var json = new JsonObject();
        json.addProperty("status", status);
        return json;
    }

    /** A refusal, with a fixed reason in upper case. */
    public static JsonObject refused(String reason, String message) {
        var json = status("refused");
        json.addProperty("reason", reason);
        json.addProperty("message", message);
        return json;
    }
}
