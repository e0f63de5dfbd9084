package justhungry.replay.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.client.json.JsonLines;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/**
 * The record of a run in a form that does not depend on time and chance: the same script on a fresh cluster gives the
 * same bytes. Times, epochs, revisions, messages and the names of processes are left out; orders are named {@code #1},
 * {@code #2}, … as they appear. The requests of a repeat, whose order varies, are only counted by outcome.
 */
public final class Transcript implements RunListener {
    private static final List<String> ORDER_KEYS = List.of("order", "id", "before");
    private static final List<String> VARYING_KEYS = List.of("message", "placed");

    private final Writer out;
    private final Map<JsonElement, String> orders = new HashMap<>();
    private Optional<Counts> repeat = Optional.empty();

    /** Writes to {@code out}, which must be UTF-8, and closes it at the end. */
    public Transcript(Writer out) {
        this.out = out;
    }

    /** The requests of a repeat, counted by outcome. */
    private record Counts(int iterations, Map<String, Long> counts) {
        void add(RequestRecord exchange) {
            counts.merge(exchange.operation() + " " + exchange.statusLabel(), 1L, Long::sum);
        }

        JsonObject json() {
            var each = new JsonObject();
            counts.forEach(each::addProperty);
            var json = new JsonObject();
            json.addProperty("repeat", iterations);
            json.add("counts", each);
            return json;
        }
    }

    @Override
    public void onRepeatStarted(RunEvent.RepeatStarted event) {
        repeat = Optional.of(new Counts(event.iterations(), new TreeMap<>()));
    }

    @Override
    public void onRepeatEnded(RunEvent.RepeatEnded event) throws IOException {
        out.write(JsonLines.line(repeat.orElseThrow().json()));
        repeat = Optional.empty();
    }

    @Override
    public void onRequestCompleted(RequestRecord request) throws IOException {
        if (repeat.isPresent()) {
            repeat.get().add(request);
        } else {
            write(request.operation(), request.user(), request.args(), request.response());
        }
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) throws IOException {
        var json = new JsonObject();
        json.addProperty("fault", event.fault().label());
        json.addProperty("target", event.target());
        out.write(JsonLines.line(json));
    }

    /** Writes one request with its response. */
    public void write(String op, String user, JsonObject args, JsonObject response) throws IOException {
        var json = new JsonObject();
        json.addProperty("op", op);
        json.addProperty("user", user);
        json.add("args", normalized(args));
        json.add("response", normalized(response));
        out.write(JsonLines.line(json));
    }

    /** A repeat that was broken off has its counts so far, and says so. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (repeat.isPresent()) {
                var unfinished = repeat.get().json();
                unfinished.addProperty("unfinished", true);
                out.write(JsonLines.line(unfinished));
            }
        }
    }

    private JsonObject normalized(JsonObject json) {
        var normal = new JsonObject();
        json.entrySet().stream()
                .filter(member -> !VARYING_KEYS.contains(member.getKey()))
                .forEach(member -> normal.add(member.getKey(), normalized(member.getKey(), member.getValue())));
        return normal;
    }

    private JsonElement normalized(String key, JsonElement value) {
        if (value.isJsonObject()) {
            return normalized(value.getAsJsonObject());
        }
        if (value.isJsonArray()) {
            var array = new JsonArray();
            value.getAsJsonArray().forEach(element -> array.add(normalized("", element)));
            return array;
        }
        return ORDER_KEYS.contains(key) ? new JsonPrimitive(nameOf(value)) : value;
    }

    private String nameOf(JsonElement order) {
        return orders.computeIfAbsent(order, any -> "#" + (orders.size() + 1));
    }
}
