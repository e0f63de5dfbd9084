package justhungry.client.json;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.RequestTrace;
import justhungry.client.ClientTrace;

/**
 * The JSON of the way of a request: {@code silent} front ends, {@code frontend}, {@code ms}, and {@code attempts}, each with
 * {@code backend}, {@code epoch}, {@code ms} and, when it was answered, {@code replicas}, and {@code entry} if there is one.
 */
public final class TraceJson {
    private TraceJson() {}

    public static JsonObject of(ClientTrace trace) {
        var json = new JsonObject();
        var silent = new JsonArray();
        trace.silent().forEach(silent::add);
        json.add("silent", silent);
        trace.settled().ifPresent(settled -> add(settled, json));
        return json;
    }

    private static void add(RequestTrace trace, JsonObject json) {
        json.addProperty("frontend", trace.frontend());
        json.addProperty("ms", millis(trace.micros()));
        var attempts = new JsonArray();
        trace.attempts().forEach(attempt -> attempts.add(of(attempt)));
        json.add("attempts", attempts);
    }

    private static JsonObject of(RequestTrace.Attempt attempt) {
        var json = new JsonObject();
        json.addProperty("backend", attempt.backend());
        json.addProperty("epoch", attempt.epoch());
        json.addProperty("ms", millis(attempt.micros()));
        var answer = attempt.answer();
        if (answer != null) {
            if (answer.entry() > 0) {
                json.addProperty("entry", answer.entry());
            }
            var replicas = new JsonArray();
            answer.acknowledgements().forEach(each -> replicas.add(of(each)));
            json.add("replicas", replicas);
        }
        return json;
    }

    private static JsonObject of(PrimaryTrace.Acknowledgement acknowledgement) {
        var json = new JsonObject();
        json.addProperty("name", acknowledgement.replica());
        json.addProperty("ms", millis(acknowledgement.micros()));
        return json;
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf(micros, 3);
    }
}
