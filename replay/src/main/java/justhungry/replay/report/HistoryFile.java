package justhungry.replay.report;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import justhungry.client.json.Json;
import justhungry.replay.run.Event;
import justhungry.replay.run.Exchange;
import justhungry.replay.run.Sink;

/**
 * A writer of the history: every request with its start, end, outcome, revision and update number
 * (docs/verification.md).
 */
public final class HistoryFile implements Sink {
    private final Writer out;

    public HistoryFile(Path file, String script) throws IOException {
        out = Files.newBufferedWriter(file);
        var header = new JsonObject();
        header.addProperty("jhHistory", 1);
        header.addProperty("script", script);
        out.write(Json.line(header));
    }

    @Override
    public void accept(Event event) throws IOException {
        if (event instanceof Event.Answered answered) {
            write(answered.exchange());
        } else if (event instanceof Event.Looked looked) {
            write(looked.exchange());
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** Requests that were not sent are not part of the history. */
    private void write(Exchange exchange) throws IOException {
        if (exchange.isSent()) {
            out.write(Json.line(of(exchange)));
        }
    }

    private static JsonObject of(Exchange exchange) {
        var json = new JsonObject();
        json.addProperty("op", exchange.op());
        json.addProperty("user", exchange.user());
        json.addProperty("client", exchange.client());
        json.add("args", exchange.args());
        json.addProperty("start", TimeUnit.NANOSECONDS.toMicros(exchange.times().sent()));
        json.addProperty("end", TimeUnit.NANOSECONDS.toMicros(exchange.times().end()));
        exchange.reply().ifPresent(reply -> {
            json.addProperty("epoch", reply.epoch());
            json.addProperty("revision", reply.revision());
            json.addProperty("turn", reply.turn());
        });
        json.add("response", exchange.response());
        return json;
    }
}
