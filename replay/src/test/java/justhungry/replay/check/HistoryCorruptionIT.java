package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import justhungry.replay.check.engine.CheckMetric;
import justhungry.replay.check.history.HistoryException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right histories of clients whose requests overlap pass; with one thing changed in them they do not. */
class HistoryCorruptionIT {
    private static final int CORRUPTIONS_EACH = 6;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void aValidHistoryPasses(long seed) {
        var verdict = RandomHistoryBuilder.of(seed, 3_000, 8, 0).verify(directory);

        assertThat(verdict.passed()).as(text(seed, verdict)).isTrue();
        assertThat(verdict.metric(CheckMetric.ACKNOWLEDGED_UPDATES)).isGreaterThan(400);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void aValidHistoryWithUnknownOutcomesPasses(long seed) {
        var verdict = RandomHistoryBuilder.of(seed, 1_000, 6, 8).verify(directory);

        assertThat(verdict.passed()).as(text(seed, verdict)).isTrue();
        assertThat(verdict.metric(CheckMetric.UNKNOWN)).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void howeverManyOutcomesAreUnknown_noErrorIsReported(long seed) {
        var verdict = RandomHistoryBuilder.of(seed, 600, 6, 100).verify(directory);

        assertThat(verdict.metrics())
                .as(text(seed, verdict))
                .allSatisfy((figure, value) -> assertThat(figure.isAnomaly() && value != 0)
                        .as(figure.label())
                        .isFalse());
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource
    void aCorruptionIsFound(Corruption corruption, long seed) throws IOException {
        var random = new Random(seed);
        var story = RandomHistoryBuilder.of(seed, 300, 6, 0);
        var lines = story.lines();
        int at = random.nextInt(lines.size());
        for (int tries = 0; !corruption.change.test(lines, at); tries++) {
            assertThat(tries)
                    .as("%s, seed %d: nothing to change", corruption, seed)
                    .isLessThan(lines.size());
            at = (at + 1) % lines.size();
        }

        assertThat(isFound(story))
                .as("%s, seed %d, line %d: %s", corruption, seed, at + 2, lines.get(Math.min(at, lines.size() - 1)))
                .isTrue();
    }

    static Stream<Arguments> aCorruptionIsFound() {
        return Stream.of(Corruption.values())
                .flatMap(corruption ->
                        LongStream.range(0, CORRUPTIONS_EACH).mapToObj(seed -> Arguments.of(corruption, seed)));
    }

    private boolean isFound(HistoryBuilder story) throws IOException {
        try {
            return !Verification.of(story.write(directory)).passed();
        } catch (HistoryException e) {
            return true;
        }
    }

    private static String text(long seed, VerificationResult verdict) {
        return "seed %d\n%s".formatted(seed, String.join("\n", verdict.text()));
    }

    /** A change of one line; it returns whether it could be made there. */
    enum Corruption {
        DROP_AN_ORDER_FROM_A_PAGE((lines, at) -> orders(lines, at).size() > 0 && drop(orders(lines, at))),
        SHOW_AN_ORDER_TWICE((lines, at) -> orders(lines, at).size() > 0 && repeat(orders(lines, at))),
        FLIP_A_STATUS((lines, at) -> orders(lines, at).size() > 0 && flipStatus(orders(lines, at))),
        FLIP_MORE((lines, at) -> response(lines, at).has("more") && flipMore(response(lines, at))),
        CHANGE_A_STOCK((lines, at) -> response(lines, at).has("products") && changeStock(response(lines, at))),
        CHANGE_A_TOTAL((lines, at) -> put(response(lines, at), "total", "0.01")),
        CHANGE_AN_ORDER_NUMBER((lines, at) -> response(lines, at).has("order") && changeNumber(response(lines, at))),
        CHANGE_A_REASON((lines, at) -> put(response(lines, at), "reason", "INVALID")),
        CHANGE_THE_NUMBER_OF_AN_UPDATE((lines, at) -> isUpdate(lines, at) && changeUpdateNumber(lines.get(at))),
        LOSE_AN_UPDATES_LINE((lines, at) -> isUpdate(lines, at) && lose(lines, at)),
        ACKNOWLEDGE_AN_UPDATE_TWICE(
                (lines, at) -> isUpdate(lines, at) && lines.add(lines.get(at).deepCopy())),
        READ_LATE((lines, at) -> !isUpdate(lines, at) && moveToTheEnd(lines, at)),
        UPDATE_LATE((lines, at) -> isUpdate(lines, at) && moveToTheEnd(lines, at)),
        SWAP_NUMBERS_OF_UPDATES((lines, at) -> isUpdate(lines, at) && swapUpdateNumbers(lines, at)),
        CHANGE_A_REVISION((lines, at) -> at < lines.size() / 2 && put(lines.get(at), "revision", 1_000_000));

        private final BiPredicate<List<JsonObject>, Integer> change;

        Corruption(BiPredicate<List<JsonObject>, Integer> change) {
            this.change = change;
        }

        private static JsonObject response(List<JsonObject> lines, int at) {
            return lines.get(at).getAsJsonObject("response");
        }

        private static JsonArray orders(List<JsonObject> lines, int at) {
            var response = response(lines, at);
            return response.has("orders") ? response.getAsJsonArray("orders") : new JsonArray();
        }

        private static boolean isUpdate(List<JsonObject> lines, int at) {
            return response(lines, at).get("status").getAsString().equals("ok")
                    && List.of("PLACE_ORDER", "CANCEL")
                            .contains(lines.get(at).get("op").getAsString());
        }

        private static boolean lose(List<JsonObject> lines, int at) {
            lines.remove(at);
            return true;
        }

        private static boolean drop(JsonArray orders) {
            orders.remove(orders.size() / 2);
            return true;
        }

        private static boolean repeat(JsonArray orders) {
            orders.add(orders.get(0));
            return true;
        }

        private static boolean flipStatus(JsonArray orders) {
            var order = orders.get(0).getAsJsonObject();
            order.addProperty("status", order.get("status").getAsString().equals("ACTIVE") ? "CANCELLED" : "ACTIVE");
            return true;
        }

        private static boolean flipMore(JsonObject page) {
            page.addProperty("more", !page.get("more").getAsBoolean());
            return true;
        }

        private static boolean changeStock(JsonObject list) {
            var product = list.getAsJsonArray("products").get(1).getAsJsonObject();
            product.addProperty("stock", product.get("stock").getAsInt() + 1);
            return true;
        }

        private static boolean changeNumber(JsonObject response) {
            response.addProperty("order", response.get("order").getAsLong() + 1);
            return true;
        }

        private static boolean changeUpdateNumber(JsonObject line) {
            line.addProperty("turn", line.get("turn").getAsLong() + 1);
            return true;
        }

        private static boolean put(JsonObject json, String name, Object value) {
            if (!json.has(name)) {
                return false;
            }
            if (value instanceof Number number) {
                json.addProperty(name, number);
            } else {
                json.addProperty(name, value.toString());
            }
            return true;
        }

        /** Only where an update was reported meanwhile that the request should have seen. */
        private static boolean moveToTheEnd(List<JsonObject> lines, int at) {
            var last = lines.get(lines.size() - 1);
            var line = lines.get(at);
            if (line.get("turn").getAsLong() == last.get("turn").getAsLong()) {
                return false;
            }
            line.addProperty("start", last.get("end").getAsLong() + 10);
            line.addProperty("end", last.get("end").getAsLong() + 20);
            return true;
        }

        private static boolean swapUpdateNumbers(List<JsonObject> lines, int at) {
            var line = lines.get(at);
            for (var other : lines) {
                if (other.get("start").getAsLong() > line.get("end").getAsLong()
                        && other.get("op").equals(line.get("op"))
                        && other.has("turn")) {
                    var turn = line.get("turn");
                    line.add("turn", other.get("turn"));
                    other.add("turn", turn);
                    return true;
                }
            }
            return false;
        }
    }
}
