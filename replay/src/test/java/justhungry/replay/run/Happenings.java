package justhungry.replay.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Reply;
import justhungry.api.shop.Response;
import justhungry.replay.script.model.Fault;

/** Events of a run for tests. Times are in milliseconds; JSON is written with single quotes. */
public final class Happenings {
    private Happenings() {}

    /** A request of line 2 that was sent when it was planned. */
    public static Exchange exchange(String op, String args, String response, long sent, long end) {
        return new Exchange(
                2, 1, op, "ada", json(args), times(sent, sent, end), json(response), Optional.empty(), List.of());
    }

    /** An order of an epoch, answered at a time, 10 ms after it was sent. */
    public static Event.Answered order(long epoch, long end) {
        var exchange = exchange("PLACE_ORDER", "{}", "{'status':'ok','order':7}", end - 10, end);
        return new Event.Answered(replied(exchange, epoch, 17, 12));
    }

    public static Exchange replied(Exchange exchange, long epoch, long revision, long turn) {
        var reply = new Reply.Answered(epoch, revision, turn, new Response.DetailsSaved());
        return with(exchange, exchange.times(), Optional.of(reply), exchange.mismatches());
    }

    public static Exchange mismatching(Exchange exchange, String... mismatches) {
        return with(exchange, exchange.times(), exchange.reply(), List.of(mismatches));
    }

    public static Exchange planned(Exchange exchange, long planned) {
        var times = exchange.times();
        var earlier = new Exchange.Times(nanos(planned), times.sent(), times.end());
        return with(exchange, earlier, exchange.reply(), exchange.mismatches());
    }

    public static Event.Striking striking(Fault fault, String target, long at) {
        return new Event.Striking(3, fault, target, nanos(at));
    }

    public static Event.Struck struck(Fault fault, String target, String name, long at) {
        return new Event.Struck(3, fault, target, List.of(name), nanos(at));
    }

    public static Event.Stands stands(long epoch, String primary, long at) {
        return new Event.Stands(epoch, Optional.of(primary), true, nanos(at));
    }

    public static Event.Stands noticed(long epoch, String primary, long at) {
        return new Event.Stands(epoch, Optional.of(primary), false, nanos(at));
    }

    public static long nanos(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    public static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    private static Exchange.Times times(long planned, long sent, long end) {
        return new Exchange.Times(nanos(planned), nanos(sent), nanos(end));
    }

    private static Exchange with(
            Exchange exchange, Exchange.Times times, Optional<Reply.Answered> reply, List<String> mismatches) {
        return new Exchange(
                exchange.line(),
                exchange.client(),
                exchange.op(),
                exchange.user(),
                exchange.args(),
                times,
                exchange.response(),
                reply,
                mismatches);
    }
}
