package justhungry.replay.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import justhungry.client.json.JsonLines;
import justhungry.client.json.ReplyJson;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/** A writer of one JSON line for each request and each fault. */
public final class ResultLines implements RunListener {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Writer out;

    /** Writes to {@code out}, which stays open. */
    public ResultLines(Writer out) {
        this.out = out;
    }

    @Override
    public void onRequestCompleted(RequestRecord request) throws IOException {
        out.write(JsonLines.line(of(request)));
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) throws IOException {
        out.write(JsonLines.line(of(event)));
    }

    @Override
    public void onIdle() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }

    private static JsonObject of(RequestRecord exchange) {
        var json = new JsonObject();
        json.addProperty("line", exchange.line());
        json.addProperty("client", exchange.client());
        json.addProperty("op", exchange.operation());
        json.addProperty("user", exchange.user());
        json.addProperty("at", millis(exchange.times().end()));
        json.addProperty("ms", millis(exchange.times().latency()));
        exchange.reply().ifPresent(reply -> ReplyJson.addTo(json, reply));
        exchange.response().entrySet().forEach(member -> json.add(member.getKey(), member.getValue()));
        if (!exchange.mismatches().isEmpty()) {
            var mismatches = new JsonArray();
            exchange.mismatches().forEach(mismatches::add);
            json.add("mismatches", mismatches);
        }
        return json;
    }

    private static JsonObject of(RunEvent.FaultInjected injected) {
        var json = new JsonObject();
        json.addProperty("line", injected.line());
        json.addProperty("fault", injected.fault().label());
        json.addProperty("target", injected.target());
        var names = new JsonArray();
        injected.names().forEach(names::add);
        json.add("names", names);
        json.addProperty("at", millis(injected.at()));
        return json;
    }

    /** Milliseconds with three decimals; more cannot be measured. */
    private static double millis(long nanos) {
        return Math.round(nanos / NANOS_PER_MILLI * 1000) / 1000.0;
    }
}
