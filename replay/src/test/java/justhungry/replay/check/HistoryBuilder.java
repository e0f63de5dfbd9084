package justhungry.replay.check;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import justhungry.replay.check.history.HistoryException;

/**
 * A builder of histories. Requests are sent one after the other, each after the last one has ended, to a cluster that
 * has been used before: 40 updates, 17 orders. Recorded lines can be changed afterwards.
 */
final class HistoryBuilder {
    static final String DETAILS =
            "{'firstName':'Ada','lastName':'Lovelace','phone':'020-7946','postcode':'DH1 3LE','address':'Green'}";

    private static final Instant TIME_OF_REVISION_0 = Instant.parse("2026-11-29T09:00:00.120Z");

    private final SimpleShop shop;
    private final List<JsonObject> lines = new ArrayList<>();
    private long clock;
    private long updateNumber = 40;
    private long revision = 100;
    private long epoch = 3;
    private boolean wasRead;
    private long reported;

    HistoryBuilder() {
        this(new SimpleShop(17)
                .selling("apple", "1.99", 15)
                .selling("kale", "0.99", 6)
                .selling("flour", "4.55", 0));
    }

    HistoryBuilder(SimpleShop shop) {
        this.shop = shop;
        request("ada", "PRODUCT_LIST", "{}");
    }

    List<JsonObject> lines() {
        return lines;
    }

    /** Adds a request with its right response, as the last line of the history. */
    JsonObject request(String user, String op, String args) {
        var line = begin(user, op, args);
        execute(line);
        end(line);
        return line;
    }

    JsonObject details(String user) {
        return request(user, "USER_DETAILS", DETAILS);
    }

    JsonObject place(String user, String product, int quantity) {
        return request(user, "PLACE_ORDER", order(product, quantity));
    }

    static String order(String product, int quantity) {
        return "{'items':{'%s':%d},'delivery':'SAME_DAY','tip':'1.50'}".formatted(product, quantity);
    }

    JsonObject cancel(String user, JsonObject placed) {
        return request(user, "CANCEL", "{'order':%d}".formatted(number(placed)));
    }

    static long number(JsonObject placed) {
        return placed.getAsJsonObject("response").get("order").getAsLong();
    }

    /** Adds an update of unknown outcome that takes effect. */
    void unknownButExecuted(String user, String op, String args) {
        var line = begin(user, op, args);
        execute(line);
        forget(line);
        end(line);
    }

    /** Adds an update of unknown outcome that does not take effect. */
    void unknownNotExecuted(String user, String op, String args) {
        var line = begin(user, op, args);
        forget(line);
        end(line);
    }

    /** Places an order of another client, which is not in the history. */
    void otherClientPlaces(String product, int quantity) {
        execute(begin("others", "USER_DETAILS", DETAILS));
        execute(begin("others", "PLACE_ORDER", order(product, quantity)));
    }

    /** Adds the reads at the end of every run. */
    HistoryBuilder readAtTheEnd(String... users) {
        request("ada", "PRODUCT_LIST", "{}");
        for (var user : users) {
            var page = request(user, "VIEW_ORDERS", "{'limit':3}").getAsJsonObject("response");
            while (page.get("more").getAsBoolean()) {
                var orders = page.getAsJsonArray("orders");
                long last = orders.get(orders.size() - 1)
                        .getAsJsonObject()
                        .get("id")
                        .getAsLong();
                page = request(user, "VIEW_ORDERS", "{'limit':3,'before':%d}".formatted(last))
                        .getAsJsonObject("response");
            }
        }
        return this;
    }

    JsonObject begin(String user, String op, String args) {
        var line = new JsonObject();
        line.addProperty("op", op);
        line.addProperty("user", user);
        line.addProperty("client", 0);
        line.add("args", JsonParser.parseString(args.replace('\'', '"')));
        line.addProperty("start", clock += 10);
        return line;
    }

    void execute(JsonObject line) {
        var op = line.get("op").getAsString();
        if (List.of("USER_DETAILS", "PLACE_ORDER", "CANCEL").contains(op)) {
            updateNumber++;
            // several updates may share an entry, but not one that a read has seen
            if (wasRead || revision <= reported || updateNumber % 3 == 0) {
                nextRevision();
            }
        } else {
            wasRead = true;
        }
        var time = TIME_OF_REVISION_0.plusSeconds(revision).toString();
        line.add("response", shop.answer(line.get("user").getAsString(), op, line.getAsJsonObject("args"), time));
        line.addProperty("epoch", epoch);
        line.addProperty("revision", revision);
        line.addProperty("turn", updateNumber);
        line.addProperty("decidedAt", time);
    }

    void end(JsonObject line) {
        line.addProperty("end", clock += 10);
        reported =
                line.has("revision") ? Math.max(reported, line.get("revision").getAsLong()) : reported;
        lines.add(line);
    }

    static void forget(JsonObject line) {
        List.of("epoch", "revision", "turn", "decidedAt").forEach(line::remove);
        line.add("response", JsonParser.parseString("{\"status\":\"unknown\",\"message\":\"no answer\"}"));
    }

    /** Starts a new epoch. */
    void promote() {
        epoch++;
        nextRevision();
    }

    long lastOrder() {
        return shop.lastOrder();
    }

    private void nextRevision() {
        revision++;
        wasRead = false;
    }

    VerificationResult verify(Path directory) {
        try {
            return Verification.of(write(directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (HistoryException e) {
            throw new AssertionError(e);
        }
    }

    Path write(Path directory) throws IOException {
        var text = new StringBuilder("{\"jhHistory\":1,\"script\":\"a story\"}\n");
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("{\"jhHistoryRequests\":%d}\n".formatted(lines.size()));
        return Files.writeString(directory.resolve("history.jsonl"), text);
    }
}
