package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import justhungry.replay.check.engine.CheckMetric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the checker with histories of one error each, and with unusual valid ones. It is long because each error has
 * its own history; {@link HistoryBuilder} has what they share.
 */
class VerificationTest {
    private final HistoryBuilder history = new HistoryBuilder();

    @TempDir
    Path directory;

    @BeforeEach
    void saveDetails() {
        history.details("ada");
        history.details("bob");
    }

    @Test
    void aValidHistoryPasses() {
        var first = history.place("ada", "apple", 2);
        history.place("bob", "kale", 7);
        history.request("bob", "ORDER_COST", "{'items':{'kale':2,'apple':1}}");
        history.cancel("bob", first);
        history.cancel("ada", first);
        history.cancel("ada", first);
        history.place("eve", "apple", 1);
        history.place("ada", "flour", 1);
        history.request("ada", "PLACE_ORDER", "{'items':{'apple':1,'unicorn':1},'delivery':'TWO_HOURS'}");
        history.place("ada", "apple", 15);
        history.request("ada", "VIEW_ACTIVE", "{}");

        assertFaults(Map.of());
        assertThat(result().metric(CheckMetric.ACKNOWLEDGED_UPDATES)).isEqualTo(5);
    }

    @Test
    void anAcknowledgedOrderThatNoPageShowsIsMissing() {
        history.place("ada", "apple", 1);
        history.place("ada", "apple", 2);
        var page = history.request("ada", "VIEW_ORDERS", "{}");
        orders(page).remove(1);

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
        assertThat(examples(result(), CheckMetric.MISSING))
                .containsExactly("line 7, VIEW_ORDERS of ada: order 18 is not shown; line 5 was acknowledged before");
    }

    @Test
    void updatesWhoseNumberIsGivenAgainAreMissing() {
        history.place("ada", "apple", 1);
        var lost = history.lines().remove(history.lines().size() - 1).deepCopy();
        var shop = new HistoryBuilder();
        shop.details("ada");
        shop.details("bob");
        shop.lines().add(lost);
        shop.begin("wait", "CANCEL", "{}");
        shop.promote();
        shop.begin("wait", "CANCEL", "{}");
        shop.place("bob", "kale", 1);
        shop.readAtTheEnd("ada", "bob");

        var verdict = shop.verify(directory);

        assertThat(verdict.metric(CheckMetric.MISSING)).isEqualTo(1);
        assertThat(examples(verdict, CheckMetric.MISSING).get(0)).contains("line 5", "line 6", "update 43");
    }

    @Test
    void updatesThatNoLaterReadSeesAreMissing() {
        history.request("ada", "VIEW_ORDERS", "{}");
        var read = last().deepCopy();
        history.place("ada", "apple", 1);
        read.addProperty("start", 1_000);
        read.addProperty("end", 1_001);
        history.lines().add(read);

        assertFaults(history, Map.of(CheckMetric.MISSING, 1L, CheckMetric.STALE, 1L));
    }

    @Test
    void acknowledgedDetailsThatAreForgottenAreMissing() {
        var refused = history.place("ada", "apple", 1);
        refuse(refused, "NO_DETAILS");

        assertFaults(history, Map.of(CheckMetric.MISSING, 1L));
    }

    @Test
    void anAcknowledgedOrderThatCannotBeCancelledIsMissing() {
        var placed = history.place("ada", "apple", 1);
        refuse(history.cancel("ada", placed), "UNKNOWN_ORDER");

        assertThat(result().metric(CheckMetric.MISSING)).isEqualTo(1);
    }

    @Test
    void anAcknowledgedCancelThatDidNotLastIsMissing() {
        var placed = history.place("ada", "apple", 1);
        history.cancel("ada", placed);
        var page = history.request("ada", "VIEW_ORDERS", "{}");
        orders(page).get(0).getAsJsonObject().addProperty("status", "ACTIVE");

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
    }

    @Test
    void anOrderThatWasPlacedTwiceIsFound() {
        history.place("ada", "apple", 1);
        history.place("ada", "apple", 1);
        history.lines().remove(history.lines().size() - 1);
        history.readAtTheEnd("ada", "bob");

        var verdict = history.verify(directory);

        assertThat(verdict.metric(CheckMetric.PLACED_TWICE)).isEqualTo(1);
        assertThat(verdict.metric(CheckMetric.OTHERS)).isEqualTo(1);
        assertThat(verdict.metric(CheckMetric.MISSING)).isZero();
        assertThat(verdict.metric(CheckMetric.STOCK_WRONG)).isZero();
        assertThat(verdict.metric(CheckMetric.WRONG_RESPONSES)).isZero();
    }

    @Test
    void aSecondOrderOfOneUpdateIsFound() {
        history.place("ada", "apple", 1);
        var page = history.request("ada", "VIEW_ORDERS", "{}");
        var doubled = orders(page).get(0).deepCopy().getAsJsonObject();
        doubled.addProperty("id", 19);
        var both = new JsonArray();
        both.add(doubled);
        both.addAll(orders(page));
        response(page).add("orders", both);

        assertFaults(Map.of(CheckMetric.PLACED_TWICE, 1L));
    }

    @Test
    void aStaleReadIsFound() {
        var read = history.request("ada", "VIEW_ORDERS", "{}");
        history.place("ada", "apple", 1);
        read.addProperty("start", 1_000);
        read.addProperty("end", 1_001);
        var later = history.request("ada", "PRODUCT_LIST", "{}");
        later.addProperty("end", 2_000);

        assertFaults(Map.of(CheckMetric.STALE, 1L));
        assertThat(examples(result(), CheckMetric.STALE))
                .containsExactly("line 5 reports update 42, but line 6 had reported 43 before it was sent");
    }

    @Test
    void anUpdateThatWasSeenBeforeItWasSentIsStale() {
        var placed = history.place("ada", "apple", 1);
        history.request("ada", "VIEW_ORDERS", "{}");
        placed.addProperty("start", 1_000);
        placed.addProperty("end", 1_001);

        assertFaults(history, Map.of(CheckMetric.STALE, 1L));
    }

    @Test
    void anUpdateWithANumberFromBeforeItWasSentIsStale() {
        history.place("ada", "apple", 1);
        var late = last();
        history.place("ada", "apple", 2);
        var early = last();
        swap(late, early, "start");
        swap(late, early, "end");

        assertFaults(Map.of(CheckMetric.STALE, 1L));
    }

    @Test
    void aRevisionThatFallsWithTimeIsStale() {
        history.place("ada", "apple", 1);
        history.promote();
        history.request("ada", "VIEW_ORDERS", "{}");
        history.request("ada", "VIEW_ORDERS", "{}").addProperty("revision", 103);

        assertFaults(Map.of(CheckMetric.STALE, 1L));
    }

    @Test
    void anEpochThatFallsWhileUpdateNumbersGrowIsStale() {
        history.promote();
        var placed = history.place("ada", "apple", 1);
        var other = history.place("bob", "apple", 1);
        other.addProperty("start", placed.get("start").getAsLong());
        other.addProperty("epoch", 3);

        assertFaults(Map.of(CheckMetric.STALE, 1L));
    }

    @Test
    void aViewMayChangeUnderTheSamePrimaryBetweenAnUpdatesDecisionAndItsCommit() {
        var read = history.begin("bob", "VIEW_ORDERS", "{}");
        var placed = history.begin("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 1));
        history.execute(read);
        history.execute(placed);
        history.end(read);
        history.end(placed);
        read.addProperty("epoch", 4);
        history.promote();

        assertFaults(Map.of());
    }

    @Test
    void aReadWithTheRevisionOfAnUpdateThatItDoesNotSeeIsStale() {
        var read = history.request("ada", "VIEW_ORDERS", "{}");
        var placed = history.place("ada", "apple", 1);
        read.addProperty("end", placed.get("end").getAsLong());
        read.addProperty("revision", placed.get("revision").getAsLong());

        assertFaults(Map.of(CheckMetric.STALE, 1L));
    }

    @Test
    void aReadOfAnUpdateThatWasNeverAcknowledgedIsFound() {
        var placed = history.place("ada", "apple", 1);
        var page = history.request("ada", "VIEW_ORDERS", "{}");
        orders(page).get(0).getAsJsonObject().addProperty("status", "CANCELLED");
        assertThat(HistoryBuilder.number(placed)).isEqualTo(18);

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
    }

    @Test
    void aReadThatSeesALaterUpdateIsFound() {
        history.place("ada", "apple", 1);
        var early = history.request("ada", "VIEW_ORDERS", "{}");
        history.place("ada", "kale", 1);
        var late = history.request("ada", "VIEW_ORDERS", "{}");
        early.add("response", response(late).deepCopy());

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
    }

    @Test
    void oversoldStockIsFound() {
        var refused = history.place("ada", "kale", 7);
        var placed = new HistoryBuilder();
        placed.details("ada");
        placed.details("bob");
        response(refused).remove("reason");
        var other = placed.place("ada", "kale", 6);
        refused.add("response", response(other).deepCopy());
        var line = response(refused).getAsJsonArray("lines").get(0).getAsJsonObject();
        line.addProperty("quantity", 7);

        assertFaults(history, Map.of(CheckMetric.STOCK_WRONG, 1L));
        assertThat(examples(result(), CheckMetric.STOCK_WRONG).get(0))
                .contains("line 5", "kale 7", "expected refused OUT_OF_STOCK, got ok");
    }

    @Test
    void aStockThatDoesNotFitTheOrdersIsFound() {
        history.place("ada", "kale", 2);
        setStock(history.request("ada", "PRODUCT_LIST", "{}"), 1, 5);

        assertFaults(history, Map.of(CheckMetric.STOCK_WRONG, 1L));
    }

    @Test
    void aNegativeStockIsFound() {
        history.place("ada", "kale", 2);
        setStock(history.request("ada", "PRODUCT_LIST", "{}"), 1, -1);

        assertFaults(history, Map.of(CheckMetric.STOCK_WRONG, 1L));
    }

    @Test
    void aRefusalForStockThatIsThereIsFound() {
        refuse(history.place("ada", "kale", 6), "OUT_OF_STOCK");

        assertFaults(history, Map.of(CheckMetric.WRONG_RESPONSES, 1L));
    }

    @Test
    void aCancelThatCountedTwiceIsFound() {
        var placed = history.place("ada", "kale", 2);
        var cancelled = history.cancel("ada", placed);
        var again = history.cancel("ada", placed);
        again.add("response", response(cancelled).deepCopy());
        setStock(history.request("ada", "PRODUCT_LIST", "{}"), 1, 8);

        assertFaults(history, Map.of(CheckMetric.WRONG_RESPONSES, 1L, CheckMetric.STOCK_WRONG, 1L));
    }

    @Test
    void aWrongTotalIsFound() {
        var placed = history.place("ada", "kale", 2);
        response(placed).addProperty("total", "4.49");

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
        assertThat(examples(result(), CheckMetric.WRONG_RESPONSES))
                .containsExactly("line 5, PLACE_ORDER of ada (kale 2): /total: expected \"4.48\", got \"4.49\"");
    }

    @Test
    void aWrongFeeAndABasketsWrongPriceAreFound() {
        response(history.place("ada", "kale", 2)).addProperty("fee", "3.00");
        response(history.request("ada", "ORDER_COST", "{'items':{'kale':3}}")).addProperty("total", "2.96");

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 2L));
    }

    @Test
    void anotherPersonsOrderIsNotShown() {
        history.place("bob", "kale", 1);
        var theirs = history.request("bob", "VIEW_ORDERS", "{}");
        var page = history.request("ada", "VIEW_ORDERS", "{}");
        page.add("response", response(theirs).deepCopy());

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
        assertThat(examples(result(), CheckMetric.WRONG_RESPONSES).get(0)).contains("of another user");
    }

    @Test
    void anotherPersonsOrderIsNotCancelled() {
        var placed = history.place("bob", "kale", 1);
        var cancel = history.cancel("ada", placed);
        cancel.add("response", response(placed).deepCopy());

        assertThat(result().metric(CheckMetric.WRONG_RESPONSES)).isEqualTo(1);
    }

    @Test
    void anOrderNumberThatIsGivenTwiceIsFound() {
        history.place("ada", "kale", 1);
        var second = history.place("bob", "kale", 1);
        response(second).addProperty("order", 18);

        assertThat(result().metric(CheckMetric.WRONG_RESPONSES)).isEqualTo(1);
    }

    @Test
    void aPageThatHidesFurtherOrdersIsFound() {
        for (int i = 0; i < 3; i++) {
            history.place("ada", "apple", 1);
        }
        var page = history.request("ada", "VIEW_ORDERS", "{'limit':2}");
        response(page).addProperty("more", false);

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
    }

    @Test
    void aPageInTheWrongOrderIsFound() {
        history.place("ada", "apple", 1);
        history.place("ada", "apple", 1);
        var page = history.request("ada", "VIEW_ACTIVE", "{}");
        orders(page).add(orders(page).remove(0));

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
    }

    @Test
    void oneOrderIsShownToItsOwnUserOnlyAndAsItIs() {
        var placed = HistoryBuilder.number(history.place("ada", "apple", 1));
        history.request("ada", "VIEW_ORDER", "{'order':%d}".formatted(placed));
        history.request("bob", "VIEW_ORDER", "{'order':%d}".formatted(placed));
        history.request("ada", "CANCEL", "{'order':%d}".formatted(placed));
        history.request("ada", "VIEW_ORDER", "{'order':%d}".formatted(placed));

        assertFaults(Map.of());
    }

    @Test
    void anOrderThatIsShownAsActiveAfterItWasCancelledIsFound() {
        var placed = history.place("ada", "apple", 1);
        history.cancel("ada", placed);
        var shown = history.request("ada", "VIEW_ORDER", "{'order':%d}".formatted(HistoryBuilder.number(placed)));
        orders(shown).get(0).getAsJsonObject().addProperty("status", "ACTIVE");

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
    }

    @Test
    void anUnknownOrderMayHaveBeenPlaced() {
        history.unknownButExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.place("bob", "apple", 1);

        assertFaults(Map.of());
        assertThat(result().metric(CheckMetric.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void unknownDetailsMayHaveBeenSaved() {
        history.unknownButExecuted("eve", "USER_DETAILS", HistoryBuilder.DETAILS);
        history.place("eve", "apple", 1);

        assertFaults(Map.of());
    }

    @Test
    void anUnknownOrderMayNotHaveBeenPlaced() {
        history.unknownNotExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.place("bob", "apple", 1);

        assertFaults(Map.of());
    }

    @Test
    void theUnknownUpdatesThatHappenedAreDetermined() {
        history.unknownNotExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.unknownButExecuted("bob", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.unknownNotExecuted("bob", "PLACE_ORDER", HistoryBuilder.order("kale", 3));
        var placed = history.place("ada", "apple", 1);
        history.unknownButExecuted("ada", "CANCEL", "{'order':%d}".formatted(HistoryBuilder.number(placed)));
        history.unknownNotExecuted("eve", "USER_DETAILS", HistoryBuilder.DETAILS);
        history.place("bob", "apple", 12);
        history.place("eve", "apple", 1);
        var page = history.request("bob", "VIEW_ACTIVE", "{}");
        history.request("bob", "CANCEL", "{'order':18}");

        assertThat(orders(page)).hasSize(2);
        assertFaults(Map.of());
    }

    @Test
    void anUnknownOrderThatHappenedTwiceIsFound() {
        history.unknownButExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.place("ada", "apple", 3);
        history.lines().remove(history.lines().size() - 1);

        assertThat(history.readAtTheEnd("ada", "bob").verify(directory).passed())
                .isFalse();
    }

    @Test
    void anUnknownOrderThatHappenedTwiceIsNotHiddenByOneThatDidNotHappen() {
        history.unknownNotExecuted("bob", "PLACE_ORDER", HistoryBuilder.order("kale", 3));
        history.unknownButExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.place("ada", "apple", 3);
        history.lines().remove(history.lines().size() - 1);

        assertThat(history.readAtTheEnd("ada", "bob").verify(directory).passed())
                .isFalse();
    }

    @Test
    void anUnknownUpdateHasNoNumberFromBeforeItWasSent() {
        history.place("ada", "apple", 3);
        history.lines().remove(history.lines().size() - 1);
        history.place("bob", "apple", 1);
        history.unknownNotExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));

        assertThat(result().passed()).isFalse();
    }

    @Test
    void anUpdateThatIsTooOldToTellMayHaveHappened() {
        history.unknownButExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        var line = last();
        refuse(line, "EXPIRED");
        line.addProperty("epoch", 3);
        line.addProperty("revision", 103);
        line.addProperty("turn", 43);

        assertFaults(Map.of());
        assertThat(result().metric(CheckMetric.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void updatesByOthersAreCounted_andAreNoErrors() {
        history.place("ada", "apple", 3);
        history.otherClientPlaces("kale", 3);
        history.place("bob", "kale", 4);
        history.place("ada", "kale", 1);
        history.otherClientPlaces("apple", 3);

        history.readAtTheEnd("ada", "bob");
        var verdict = history.verify(directory);

        assertThat(verdict.metric(CheckMetric.OTHERS)).isEqualTo(4);
        assertThat(verdict.metric(CheckMetric.UNDECIDED)).isEqualTo(3);
        assertThat(anomalies(verdict)).isEmpty();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.text().toString()).contains("run it on a cluster of its own");
    }

    @Test
    void updatesByOthersBesideUnknownOnesAreNoErrors() {
        history.unknownNotExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.unknownButExecuted("bob", "PLACE_ORDER", HistoryBuilder.order("apple", 2));
        history.otherClientPlaces("kale", 3);
        history.place("bob", "kale", 4);
        history.readAtTheEnd("ada", "bob");

        var verdict = history.verify(directory);

        assertThat(anomalies(verdict)).isEmpty();
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void afterUpdatesByOthersAnErrorIsStillFound() {
        history.otherClientPlaces("kale", 3);
        history.place("ada", "apple", 3);
        orders(history.request("ada", "VIEW_ORDERS", "{}")).remove(0);

        assertThat(result().metric(CheckMetric.MISSING)).isEqualTo(1);
    }

    @Test
    void aRequestThatWasNotExecutedHasNoPlace() {
        for (var reason : new String[] {"NO_PRIMARY", "OVERLOADED", "TOO_FEW_BACK_ENDS", "NO_FRONT_END"}) {
            var line = history.begin("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
            refuse(line, reason);
            history.end(line);
        }
        var postcode = history.begin("ada", "USER_DETAILS", HistoryBuilder.DETAILS);
        refuse(postcode, "INVALID_POSTCODE");
        postcode.addProperty("epoch", 0);
        postcode.addProperty("revision", 0);
        postcode.addProperty("turn", 0);
        history.end(postcode);

        assertFaults(Map.of());
    }

    @Test
    void aFreshClustersFirstOrderIsNumberOne() {
        history.lines()
                .forEach(line -> line.addProperty("turn", line.get("turn").getAsLong() - 40));
        var placed = history.place("ada", "apple", 1);
        placed.addProperty("turn", 3);

        assertThat(history.verify(directory).metric(CheckMetric.WRONG_RESPONSES))
                .isEqualTo(1);
        response(placed).addProperty("order", 1);
        assertThat(history.verify(directory).passed()).isTrue();
    }

    private VerificationResult result() {
        return history.verify(directory);
    }

    /** Adds the reads at the end, as in every run. */
    private void assertFaults(Map<CheckMetric, Long> expected) {
        assertFaults(history.readAtTheEnd("ada", "bob"), expected);
    }

    private void assertFaults(HistoryBuilder told, Map<CheckMetric, Long> expected) {
        var verdict = told.verify(directory);
        var faults = anomalies(verdict);
        for (var figure : new CheckMetric[] {CheckMetric.OTHERS, CheckMetric.UNDECIDED}) {
            if (verdict.metric(figure) != 0) {
                faults.put(figure, verdict.metric(figure));
            }
        }
        assertThat(faults).as(String.join("\n", verdict.text())).isEqualTo(expected);
        assertThat(verdict.passed()).isEqualTo(expected.isEmpty());
    }

    private static List<String> examples(VerificationResult verdict, CheckMetric figure) {
        return verdict.examples().getOrDefault(figure, List.of());
    }

    private static Map<CheckMetric, Long> anomalies(VerificationResult verdict) {
        var faults = new EnumMap<CheckMetric, Long>(CheckMetric.class);
        verdict.metrics().forEach((figure, value) -> {
            if (figure.isAnomaly() && value != 0) {
                faults.put(figure, value);
            }
        });
        return faults;
    }

    private JsonObject last() {
        return history.lines().get(history.lines().size() - 1);
    }

    private static JsonObject response(JsonObject line) {
        return line.getAsJsonObject("response");
    }

    private static JsonArray orders(JsonObject page) {
        return response(page).getAsJsonArray("orders");
    }

    private static void refuse(JsonObject line, String reason) {
        line.add(
                "response",
                JsonParser.parseString(
                        "{\"status\":\"refused\",\"reason\":\"%s\",\"message\":\"no\"}".formatted(reason)));
    }

    private static void setStock(JsonObject list, int place, int stock) {
        response(list).getAsJsonArray("products").get(place).getAsJsonObject().add("stock", new JsonPrimitive(stock));
    }

    private static void swap(JsonObject one, JsonObject other, String name) {
        var kept = one.get(name);
        one.add(name, other.get(name));
        other.add(name, kept);
    }
}
