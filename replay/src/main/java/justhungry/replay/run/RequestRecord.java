package justhungry.replay.run;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import justhungry.api.client.Reply;

/**
 * The record of one request and its response.
 *
 * @param line of the script; 0 for a request that is not in the script
 * @param client from 1
 * @param args with all variables replaced
 * @param response as {@link justhungry.client.json.ResponseJson} writes it; its status may also be {@code dropped} or
 *     {@code unsent}
 * @param reply of the ordering rules; empty when the request was not executed, or its outcome is unknown
 * @param mismatches messages about the expectations that failed and the captures that found nothing
 */
public record RequestRecord(
        int line,
        int client,
        String operation,
        String user,
        JsonObject args,
        Times times,
        JsonObject response,
        Optional<Reply.Answered> reply,
        List<String> mismatches) {
    static final String DROPPED = "dropped";
    static final String UNSENT = "unsent";

    /**
     * The times of a request, in nanoseconds since the start of the run.
     *
     * @param sent the time at which it was first sent with its last request id
     * @param end the time at which its outcome was known
     * @param latency from the time at which it was to be sent; of a read that was repeated, the latency of its slowest
     *     try
     * @param silentSince the time since when, until {@code end}, requests of the run had waited without an answer to any
     */
    public record Times(long sent, long end, long latency, long silentSince) {
        Times withLatency(long other) {
            return new Times(sent, end, other, silentSince);
        }
    }

    RequestRecord withMismatches(List<String> others) {
        return new RequestRecord(line, client, operation, user, args, times, response, reply, List.copyOf(others));
    }

    RequestRecord withLatency(long other) {
        return new RequestRecord(
                line, client, operation, user, args, times.withLatency(other), response, reply, mismatches);
    }

    public String status() {
        return response.get("status").getAsString();
    }

    /** The status with its reason: {@code ok}, {@code refused OUT_OF_STOCK}, {@code unknown}, {@code dropped}, … */
    public String statusLabel() {
        return response.has("reason") ? status() + " " + response.get("reason").getAsString() : status();
    }

    public boolean isSent() {
        return !status().equals(DROPPED) && !status().equals(UNSENT);
    }

    public boolean isUnknown() {
        return status().equals("unknown");
    }

    /** Whether the cluster did not answer it before its timeout. */
    boolean hasTimedOut() {
        return isSent() && reply.isEmpty();
    }

    /** Whether it was sent and its outcome is known. */
    public boolean isCompleted() {
        return isSent() && !isUnknown();
    }
}
