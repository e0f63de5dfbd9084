package justhungry.client.json;

import com.google.gson.JsonObject;
import java.time.Instant;
import justhungry.api.client.Reply;
import justhungry.client.RequestOutcome;

/** The JSON of what a reply says about its response: its place in the order of all requests, and the time. */
public final class ReplyJson {
    private ReplyJson() {}

    /** Adds {@code epoch}, {@code revision}, {@code turn} and, if it was decided, {@code decidedAt}. */
    public static void addTo(JsonObject json, Reply.Answered reply) {
        json.addProperty("epoch", reply.epoch());
        json.addProperty("revision", reply.revision());
        json.addProperty("turn", reply.updateNumber());
        addDecidedAt(json, reply);
    }

    /** The response, as {@link ResponseJson} writes it, with {@code decidedAt}. */
    public static JsonObject timed(RequestOutcome outcome) {
        var json = ResponseJson.of(outcome);
        outcome.answer().ifPresent(reply -> addDecidedAt(json, reply));
        return json;
    }

    private static void addDecidedAt(JsonObject json, Reply.Answered reply) {
        if (reply.decidedAt() != null) {
            json.add("decidedAt", JsonForms.of(Instant.class).write(reply.decidedAt()));
        }
    }
}
