package justhungry.cli.replay;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import justhungry.api.Reply;

/**
 * One request of a script, and what became of it.
 *
 * @param line of the script; 0 for one that is in no line
 * @param client from 1
 * @param args with all variables replaced
 * @param response as {@link justhungry.cli.request.ResponseJson} writes it; its status may also be {@code dropped} or
 *     {@code unsent}
 * @param reply of the ordering rules; empty when it was not carried out, or nobody knows
 * @param mismatches sentences: what is not as the script expects
 */
public record Exchange(
        int line,
        int client,
        String op,
        String user,
        JsonObject args,
        Times times,
        JsonObject response,
        Optional<Reply.Answered> reply,
        List<String> mismatches) {
    static final String DROPPED = "dropped";
    static final String UNSENT = "unsent";

    /**
     * Nanoseconds since the run began.
     *
     * @param planned when it was to be sent: latency counts from here
     * @param sent when it was first sent with the id under which it was settled
     * @param end when its outcome was known
     */
    public record Times(long planned, long sent, long end) {
        public long latency() {
            return end - planned;
        }
    }

    Exchange with(List<String> others) {
        return new Exchange(line, client, op, user, args, times, response, reply, List.copyOf(others));
    }

    public String status() {
        return response.get("status").getAsString();
    }

    /** {@code ok}, {@code refused OUT_OF_STOCK}, {@code unknown}, {@code dropped}, … */
    public String statusInWords() {
        return response.has("reason") ? status() + " " + response.get("reason").getAsString() : status();
    }

    public boolean isSent() {
        return !status().equals(DROPPED) && !status().equals(UNSENT);
    }

    public boolean isUnknown() {
        return status().equals("unknown");
    }

    /** Whether it was sent, and its outcome is known. */
    public boolean isSettled() {
        return isSent() && !isUnknown();
    }
}
