package justhungry.replay.report;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import justhungry.client.json.JsonLines;
import justhungry.client.json.ReplyJson;
import justhungry.replay.check.history.History;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/**
 * A writer of the history: every request with its start, end, outcome, revision, update number and time
 * (docs/verification.md).
 */
public final class HistoryFile implements RunListener {
    private final Writer out;
    private long requests;
    private boolean complete = true;

    public HistoryFile(Path file, String script) throws IOException {
        out = Files.newBufferedWriter(file);
        var header = new JsonObject();
        header.addProperty("jhHistory", 1);
        header.addProperty("script", script);
        out.write(JsonLines.line(header));
    }

    @Override
    public void onRequestCompleted(RequestRecord request) throws IOException {
        write(request);
    }

    @Override
    public void onAuditAnswered(RequestRecord request) throws IOException {
        write(request);
    }

    /** A request without an answer may have had an effect that no line tells. */
    @Override
    public void onStillWaiting(RunEvent.StillWaiting event) {
        complete = false;
    }

    /** Ends the history: without its last line, a reader takes it for one that was cut off. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (!complete) {
                return;
            }
            var end = new JsonObject();
            end.addProperty(History.END, requests);
            out.write(JsonLines.line(end));
        }
    }

    /** Requests that were not sent are not part of the history. */
    private void write(RequestRecord exchange) throws IOException {
        if (exchange.isSent()) {
            requests++;
            out.write(JsonLines.line(of(exchange)));
        }
    }

    private static JsonObject of(RequestRecord exchange) {
        var json = new JsonObject();
        json.addProperty("op", exchange.operation());
        json.addProperty("user", exchange.user());
        json.addProperty("client", exchange.client());
        json.add("args", exchange.args());
        json.addProperty("start", TimeUnit.NANOSECONDS.toMicros(exchange.times().sent()));
        json.addProperty("end", TimeUnit.NANOSECONDS.toMicros(exchange.times().end()));
        exchange.reply().ifPresent(reply -> ReplyJson.addTo(json, reply));
        json.add("response", exchange.response());
        return json;
    }
}
