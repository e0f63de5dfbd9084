package justhungry.replay.check.history;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Request;
import org.jspecify.annotations.Nullable;

/**
 * A line of a history: a request and its response.
 *
 * @param line of the file, from 1
 * @param start the time at which it was first sent, in microseconds since the start of the run
 * @param end the time at which its outcome was known, likewise
 * @param logicalTime absent when the request was not executed, or its outcome is unknown
 * @param response without the message, which is for people
 */
public record HistoryOperation(
        int line,
        String user,
        Request request,
        long start,
        long end,
        @Nullable LogicalTime logicalTime,
        JsonObject response) {
    public static final String OK = "ok";
    public static final String REFUSED = "refused";
    static final String UNKNOWN = "unknown";

    public String status() {
        return response.get("status").getAsString();
    }

    public boolean isOk() {
        return status().equals(OK);
    }

    public boolean isRefused(String reason) {
        return status().equals(REFUSED) && response.get("reason").getAsString().equals(reason);
    }

    boolean isUpdate() {
        return request.isUpdate();
    }

    /** Whether it is an update of unknown outcome. The cluster itself may report that, when a retry comes too late. */
    boolean isUnknownUpdate() {
        return isUpdate() && (status().equals(UNKNOWN) || isRefused("EXPIRED"));
    }

    /** A number of a response; -1 when it is absent. */
    public static long number(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive value && value.isNumber() ? value.getAsLong() : -1;
    }

    OperationKind kind() {
        if (logicalTime == null || (status().equals(REFUSED) && logicalTime.isFromFrontend())) {
            return OperationKind.NONE;
        }
        if (!isUpdate()) {
            return OperationKind.READ;
        }
        return isUnknownUpdate() ? OperationKind.UNDECIDED : OperationKind.UPDATE;
    }

    /** The line and the request, for people; without contact details, which are private. */
    public String label() {
        return "line %d, %s of %s%s".formatted(line, request.operation(), user, arguments());
    }

    private String arguments() {
        if (!request.items().isEmpty()) {
            return " (%s)".formatted(label(request.items()));
        }
        return request instanceof Request.CancelOrder cancel ? " (order %s)".formatted(cancel.order()) : "";
    }

    private static String label(Iterable<BasketItem> items) {
        var words = new ArrayList<String>();
        items.forEach(item -> words.add(item.product() + " " + item.quantity()));
        return String.join(", ", words);
    }
}
