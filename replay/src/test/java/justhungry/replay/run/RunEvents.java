package justhungry.replay.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Reply;
import justhungry.api.shop.Response;
import justhungry.replay.script.model.FaultType;

/** Events of a run for tests. Times are in milliseconds; JSON is written with single quotes. */
public final class RunEvents {
    private static final Instant DECIDED_AT = Instant.parse("2026-11-29T09:15:00.120Z");

    private RunEvents() {}

    /** A request of line 2 that was sent when it was planned. */
    public static RequestRecord request(String op, String args, String response, long sent, long end) {
        return new RequestRecord(
                2, 1, op, "ada", json(args), times(sent, sent, end), json(response), Optional.empty(), List.of());
    }

    /** An order of an epoch, answered at a time, 10 ms after it was sent. */
    public static RunEvent.RequestCompleted order(long epoch, long end) {
        var exchange = request("PLACE_ORDER", "{}", "{'status':'ok','order':7}", end - 10, end);
        return new RunEvent.RequestCompleted(replied(exchange, epoch, 17, 12));
    }

    public static RequestRecord replied(RequestRecord exchange, long epoch, long revision, long updateNumber) {
        var reply = new Reply.Answered(epoch, revision, updateNumber, new Response.DetailsSaved(), DECIDED_AT);
        return with(exchange, exchange.times(), Optional.of(reply), exchange.mismatches());
    }

    public static RequestRecord mismatching(RequestRecord exchange, String... mismatches) {
        return with(exchange, exchange.times(), exchange.reply(), List.of(mismatches));
    }

    public static RequestRecord planned(RequestRecord exchange, long planned) {
        var times = exchange.times();
        var earlier = new RequestRecord.Times(nanos(planned), times.sent(), times.end());
        return with(exchange, earlier, exchange.reply(), exchange.mismatches());
    }

    public static RunEvent.FaultStarting faultStarting(FaultType fault, String target, long at) {
        return new RunEvent.FaultStarting(3, fault, target, nanos(at));
    }

    public static RunEvent.FaultInjected faultInjected(FaultType fault, String target, String name, long at) {
        return new RunEvent.FaultInjected(3, fault, target, List.of(name), nanos(at));
    }

    public static RunEvent.StatusChanged statusChanged(long epoch, String primary, long at) {
        return new RunEvent.StatusChanged(epoch, Optional.of(primary), true, nanos(at));
    }

    public static RunEvent.StatusChanged failureNoticed(long epoch, String primary, long at) {
        return new RunEvent.StatusChanged(epoch, Optional.of(primary), false, nanos(at));
    }

    public static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    public static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    private static RequestRecord.Times times(long planned, long sent, long end) {
        return new RequestRecord.Times(nanos(planned), nanos(sent), nanos(end));
    }

    private static RequestRecord with(
            RequestRecord exchange,
            RequestRecord.Times times,
            Optional<Reply.Answered> reply,
            List<String> mismatches) {
        return new RequestRecord(
                exchange.line(),
                exchange.client(),
                exchange.operation(),
                exchange.user(),
                exchange.args(),
                times,
                exchange.response(),
                reply,
                mismatches);
    }
}
