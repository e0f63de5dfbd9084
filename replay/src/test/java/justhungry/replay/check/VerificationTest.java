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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the checker with histories of one error each, and with unusual valid ones. It is long because each error has
 * its own history; {@link Story} has what they share.
 */
class VerificationTest {
    private final Story story = new Story();

    @TempDir
    Path directory;

    @BeforeEach
    void saveDetails() {
        story.details("ada");
        story.details("bob");
    }

    @Test
    void aValidHistoryPasses() {
        var first = story.place("ada", "apple", 2);
        story.place("bob", "kale", 7);
        story.ask("bob", "ORDER_COST", "{'items':{'kale':2,'apple':1}}");
        story.cancel("bob", first);
        story.cancel("ada", first);
        story.cancel("ada", first);
        story.place("eve", "apple", 1);
        story.place("ada", "flour", 1);
        story.ask("ada", "PLACE_ORDER", "{'items':{'apple':1,'unicorn':1},'delivery':'TWO_HOURS'}");
        story.place("ada", "apple", 15);
        story.ask("ada", "VIEW_ACTIVE", "{}");

        assertFaults(Map.of());
        assertThat(verdict().figure(Figure.ACKNOWLEDGED_UPDATES)).isEqualTo(5);
    }

    @Test
    void anAcknowledgedOrderThatNoPageShowsIsMissing() {
        story.place("ada", "apple", 1);
        story.place("ada", "apple", 2);
        var page = story.ask("ada", "VIEW_ORDERS", "{}");
        orders(page).remove(1);

        assertFaults(Map.of(Figure.MISSING, 1L));
        assertThat(examples(verdict(), Figure.MISSING))
                .containsExactly("line 7, VIEW_ORDERS of ada: order 18 is not shown; line 5 was acknowledged before");
    }

    @Test
    void updatesWhoseNumberIsGivenAgainAreMissing() {
        story.place("ada", "apple", 1);
        var lost = story.lines().remove(story.lines().size() - 1).deepCopy();
        var shop = new Story();
        shop.details("ada");
        shop.details("bob");
        shop.lines().add(lost);
        shop.begin("wait", "CANCEL", "{}");
        shop.promote();
        shop.begin("wait", "CANCEL", "{}");
        shop.place("bob", "kale", 1);
        shop.lookAtTheEnd("ada", "bob");

        var verdict = shop.verdict(directory);

        assertThat(verdict.figure(Figure.MISSING)).isEqualTo(1);
        assertThat(examples(verdict, Figure.MISSING).get(0)).contains("line 5", "line 6", "update 43");
    }

    @Test
    void updatesThatNoLaterReadSeesAreMissing() {
        story.ask("ada", "VIEW_ORDERS", "{}");
        var read = last().deepCopy();
        story.place("ada", "apple", 1);
        read.addProperty("start", 1_000);
        read.addProperty("end", 1_001);
        story.lines().add(read);

        assertFaults(story, Map.of(Figure.MISSING, 1L, Figure.STALE, 1L));
    }

    @Test
    void acknowledgedDetailsThatAreForgottenAreMissing() {
        var refused = story.place("ada", "apple", 1);
        refuse(refused, "NO_DETAILS");

        assertFaults(story, Map.of(Figure.MISSING, 1L));
    }

    @Test
    void anAcknowledgedOrderThatCannotBeCancelledIsMissing() {
        var placed = story.place("ada", "apple", 1);
        refuse(story.cancel("ada", placed), "UNKNOWN_ORDER");

        assertThat(verdict().figure(Figure.MISSING)).isEqualTo(1);
    }

    @Test
    void anAcknowledgedCancelThatDidNotLastIsMissing() {
        var placed = story.place("ada", "apple", 1);
        story.cancel("ada", placed);
        var page = story.ask("ada", "VIEW_ORDERS", "{}");
        orders(page).get(0).getAsJsonObject().addProperty("status", "ACTIVE");

        assertFaults(Map.of(Figure.MISSING, 1L));
    }

    @Test
    void anOrderThatWasPlacedTwiceIsFound() {
        story.place("ada", "apple", 1);
        story.place("ada", "apple", 1);
        story.lines().remove(story.lines().size() - 1);
        story.lookAtTheEnd("ada", "bob");

        var verdict = story.verdict(directory);

        assertThat(verdict.figure(Figure.PLACED_TWICE)).isEqualTo(1);
        assertThat(verdict.figure(Figure.OTHERS)).isEqualTo(1);
        assertThat(verdict.figure(Figure.MISSING)).isZero();
        assertThat(verdict.figure(Figure.STOCK_WRONG)).isZero();
        assertThat(verdict.figure(Figure.WRONG_RESPONSES)).isZero();
    }

    @Test
    void aSecondOrderOfOneUpdateIsFound() {
        story.place("ada", "apple", 1);
        var page = story.ask("ada", "VIEW_ORDERS", "{}");
        var doubled = orders(page).get(0).deepCopy().getAsJsonObject();
        doubled.addProperty("id", 19);
        var both = new JsonArray();
        both.add(doubled);
        both.addAll(orders(page));
        response(page).add("orders", both);

        assertFaults(Map.of(Figure.PLACED_TWICE, 1L));
    }

    @Test
    void aStaleReadIsFound() {
        var read = story.ask("ada", "VIEW_ORDERS", "{}");
        story.place("ada", "apple", 1);
        read.addProperty("start", 1_000);
        read.addProperty("end", 1_001);
        var later = story.ask("ada", "PRODUCT_LIST", "{}");
        later.addProperty("end", 2_000);

        assertFaults(Map.of(Figure.STALE, 1L));
        assertThat(examples(verdict(), Figure.STALE))
                .containsExactly("line 5 reports update 42, but line 6 had reported 43 before it was sent");
    }

    @Test
    void anUpdateThatWasSeenBeforeItWasSentIsStale() {
        var placed = story.place("ada", "apple", 1);
        story.ask("ada", "VIEW_ORDERS", "{}");
        placed.addProperty("start", 1_000);
        placed.addProperty("end", 1_001);

        assertFaults(story, Map.of(Figure.STALE, 1L));
    }

    @Test
    void anUpdateWithANumberFromBeforeItWasSentIsStale() {
        story.place("ada", "apple", 1);
        var late = last();
        story.place("ada", "apple", 2);
        var early = last();
        swap(late, early, "start");
        swap(late, early, "end");

        assertFaults(Map.of(Figure.STALE, 1L));
    }

    @Test
    void aRevisionThatFallsWithTimeIsStale() {
        story.place("ada", "apple", 1);
        story.promote();
        story.ask("ada", "VIEW_ORDERS", "{}");
        story.ask("ada", "VIEW_ORDERS", "{}").addProperty("revision", 103);

        assertFaults(Map.of(Figure.STALE, 1L));
    }

    @Test
    void anEpochThatFallsWhileUpdateNumbersGrowIsStale() {
        story.promote();
        var placed = story.place("ada", "apple", 1);
        var other = story.place("bob", "apple", 1);
        other.addProperty("start", placed.get("start").getAsLong());
        other.addProperty("epoch", 3);

        assertFaults(Map.of(Figure.STALE, 1L));
    }

    @Test
    void aViewMayChangeUnderTheSamePrimaryBetweenAnUpdatesDecisionAndItsCommit() {
        var read = story.begin("bob", "VIEW_ORDERS", "{}");
        var placed = story.begin("ada", "PLACE_ORDER", Story.order("apple", 1));
        story.happen(read);
        story.happen(placed);
        story.end(read);
        story.end(placed);
        read.addProperty("epoch", 4);
        story.promote();

        assertFaults(Map.of());
    }

    @Test
    void aReadWithTheRevisionOfAnUpdateThatItDoesNotSeeIsStale() {
        var read = story.ask("ada", "VIEW_ORDERS", "{}");
        var placed = story.place("ada", "apple", 1);
        read.addProperty("end", placed.get("end").getAsLong());
        read.addProperty("revision", placed.get("revision").getAsLong());

        assertFaults(Map.of(Figure.STALE, 1L));
    }

    @Test
    void aReadOfAnUpdateThatWasNeverAcknowledgedIsFound() {
        var placed = story.place("ada", "apple", 1);
        var page = story.ask("ada", "VIEW_ORDERS", "{}");
        orders(page).get(0).getAsJsonObject().addProperty("status", "CANCELLED");
        assertThat(Story.number(placed)).isEqualTo(18);

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 1L));
    }

    @Test
    void aReadThatSeesALaterUpdateIsFound() {
        story.place("ada", "apple", 1);
        var early = story.ask("ada", "VIEW_ORDERS", "{}");
        story.place("ada", "kale", 1);
        var late = story.ask("ada", "VIEW_ORDERS", "{}");
        early.add("response", response(late).deepCopy());

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 1L));
    }

    @Test
    void oversoldStockIsFound() {
        var refused = story.place("ada", "kale", 7);
        var placed = new Story();
        placed.details("ada");
        placed.details("bob");
        response(refused).remove("reason");
        var other = placed.place("ada", "kale", 6);
        refused.add("response", response(other).deepCopy());
        var line = response(refused).getAsJsonArray("lines").get(0).getAsJsonObject();
        line.addProperty("quantity", 7);

        assertFaults(story, Map.of(Figure.STOCK_WRONG, 1L));
        assertThat(examples(verdict(), Figure.STOCK_WRONG).get(0))
                .contains("line 5", "kale 7", "expected refused OUT_OF_STOCK, got ok");
    }

    @Test
    void aStockThatDoesNotFitTheOrdersIsFound() {
        story.place("ada", "kale", 2);
        setStock(story.ask("ada", "PRODUCT_LIST", "{}"), 1, 5);

        assertFaults(story, Map.of(Figure.STOCK_WRONG, 1L));
    }

    @Test
    void aNegativeStockIsFound() {
        story.place("ada", "kale", 2);
        setStock(story.ask("ada", "PRODUCT_LIST", "{}"), 1, -1);

        assertFaults(story, Map.of(Figure.STOCK_WRONG, 1L));
    }

    @Test
    void aRefusalForStockThatIsThereIsFound() {
        refuse(story.place("ada", "kale", 6), "OUT_OF_STOCK");

        assertFaults(story, Map.of(Figure.WRONG_RESPONSES, 1L));
    }

    @Test
    void aCancelThatCountedTwiceIsFound() {
        var placed = story.place("ada", "kale", 2);
        var cancelled = story.cancel("ada", placed);
        var again = story.cancel("ada", placed);
        again.add("response", response(cancelled).deepCopy());
        setStock(story.ask("ada", "PRODUCT_LIST", "{}"), 1, 8);

        assertFaults(story, Map.of(Figure.WRONG_RESPONSES, 1L, Figure.STOCK_WRONG, 1L));
    }

    @Test
    void aWrongTotalIsFound() {
        var placed = story.place("ada", "kale", 2);
        response(placed).addProperty("total", "4.49");

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 1L));
        assertThat(examples(verdict(), Figure.WRONG_RESPONSES))
                .containsExactly("line 5, PLACE_ORDER of ada (kale 2): /total: expected \"4.48\", got \"4.49\"");
    }

    @Test
    void aWrongFeeAndABasketsWrongPriceAreFound() {
        response(story.place("ada", "kale", 2)).addProperty("fee", "3.00");
        response(story.ask("ada", "ORDER_COST", "{'items':{'kale':3}}")).addProperty("total", "2.96");

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 2L));
    }

    @Test
    void anotherPersonsOrderIsNotShown() {
        story.place("bob", "kale", 1);
        var theirs = story.ask("bob", "VIEW_ORDERS", "{}");
        var page = story.ask("ada", "VIEW_ORDERS", "{}");
        page.add("response", response(theirs).deepCopy());

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 1L));
        assertThat(examples(verdict(), Figure.WRONG_RESPONSES).get(0)).contains("of another user");
    }

    @Test
    void anotherPersonsOrderIsNotCancelled() {
        var placed = story.place("bob", "kale", 1);
        var cancel = story.cancel("ada", placed);
        cancel.add("response", response(placed).deepCopy());

        assertThat(verdict().figure(Figure.WRONG_RESPONSES)).isEqualTo(1);
    }

    @Test
    void anOrderNumberThatIsGivenTwiceIsFound() {
        story.place("ada", "kale", 1);
        var second = story.place("bob", "kale", 1);
        response(second).addProperty("order", 18);

        assertThat(verdict().figure(Figure.WRONG_RESPONSES)).isEqualTo(1);
    }

    @Test
    void aPageThatHidesFurtherOrdersIsFound() {
        for (int i = 0; i < 3; i++) {
            story.place("ada", "apple", 1);
        }
        var page = story.ask("ada", "VIEW_ORDERS", "{'limit':2}");
        response(page).addProperty("more", false);

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 1L));
    }

    @Test
    void aPageInTheWrongOrderIsFound() {
        story.place("ada", "apple", 1);
        story.place("ada", "apple", 1);
        var page = story.ask("ada", "VIEW_ACTIVE", "{}");
        orders(page).add(orders(page).remove(0));

        assertFaults(Map.of(Figure.WRONG_RESPONSES, 1L));
    }

    @Test
    void anUnknownOrderMayHaveBeenPlaced() {
        story.happensUnknown("ada", "PLACE_ORDER", Story.order("apple", 3));
        story.place("bob", "apple", 1);

        assertFaults(Map.of());
        assertThat(verdict().figure(Figure.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void unknownDetailsMayHaveBeenSaved() {
        story.happensUnknown("eve", "USER_DETAILS", Story.DETAILS);
        story.place("eve", "apple", 1);

        assertFaults(Map.of());
    }

    @Test
    void anUnknownOrderMayNotHaveBeenPlaced() {
        story.doesNotHappen("ada", "PLACE_ORDER", Story.order("apple", 3));
        story.place("bob", "apple", 1);

        assertFaults(Map.of());
    }

    @Test
    void theUnknownUpdatesThatHappenedAreDetermined() {
        story.doesNotHappen("ada", "PLACE_ORDER", Story.order("apple", 3));
        story.happensUnknown("bob", "PLACE_ORDER", Story.order("apple", 3));
        story.doesNotHappen("bob", "PLACE_ORDER", Story.order("kale", 3));
        var placed = story.place("ada", "apple", 1);
        story.happensUnknown("ada", "CANCEL", "{'order':%d}".formatted(Story.number(placed)));
        story.doesNotHappen("eve", "USER_DETAILS", Story.DETAILS);
        story.place("bob", "apple", 12);
        story.place("eve", "apple", 1);
        var page = story.ask("bob", "VIEW_ACTIVE", "{}");
        story.ask("bob", "CANCEL", "{'order':18}");

        assertThat(orders(page)).hasSize(2);
        assertFaults(Map.of());
    }

    @Test
    void anUnknownOrderThatHappenedTwiceIsFound() {
        story.happensUnknown("ada", "PLACE_ORDER", Story.order("apple", 3));
        story.place("ada", "apple", 3);
        story.lines().remove(story.lines().size() - 1);

        assertThat(story.lookAtTheEnd("ada", "bob").verdict(directory).passed()).isFalse();
    }

    @Test
    void anUnknownOrderThatHappenedTwiceIsNotHiddenByOneThatDidNotHappen() {
        story.doesNotHappen("bob", "PLACE_ORDER", Story.order("kale", 3));
        story.happensUnknown("ada", "PLACE_ORDER", Story.order("apple", 3));
        story.place("ada", "apple", 3);
        story.lines().remove(story.lines().size() - 1);

        assertThat(story.lookAtTheEnd("ada", "bob").verdict(directory).passed()).isFalse();
    }

    @Test
    void anUnknownUpdateHasNoNumberFromBeforeItWasSent() {
        story.place("ada", "apple", 3);
        story.lines().remove(story.lines().size() - 1);
        story.place("bob", "apple", 1);
        story.doesNotHappen("ada", "PLACE_ORDER", Story.order("apple", 3));

        assertThat(verdict().passed()).isFalse();
    }

    @Test
    void anUpdateThatIsTooOldToTellMayHaveHappened() {
        story.happensUnknown("ada", "PLACE_ORDER", Story.order("apple", 3));
        var line = last();
        refuse(line, "EXPIRED");
        line.addProperty("epoch", 3);
        line.addProperty("revision", 103);
        line.addProperty("turn", 43);

        assertFaults(Map.of());
        assertThat(verdict().figure(Figure.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void updatesByOthersAreCounted_andAreNoErrors() {
        story.place("ada", "apple", 3);
        story.othersPlace("kale", 3);
        story.place("bob", "kale", 4);
        story.place("ada", "kale", 1);
        story.othersPlace("apple", 3);

        story.lookAtTheEnd("ada", "bob");
        var verdict = story.verdict(directory);

        assertThat(verdict.figure(Figure.OTHERS)).isEqualTo(4);
        assertThat(verdict.figure(Figure.UNDECIDED)).isEqualTo(3);
        assertThat(accusations(verdict)).isEmpty();
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.text().toString()).contains("run it on a cluster of its own");
    }

    @Test
    void updatesByOthersBesideUnknownOnesAreNoErrors() {
        story.doesNotHappen("ada", "PLACE_ORDER", Story.order("apple", 3));
        story.happensUnknown("bob", "PLACE_ORDER", Story.order("apple", 2));
        story.othersPlace("kale", 3);
        story.place("bob", "kale", 4);
        story.lookAtTheEnd("ada", "bob");

        var verdict = story.verdict(directory);

        assertThat(accusations(verdict)).isEmpty();
        assertThat(verdict.passed()).isFalse();
    }

    @Test
    void afterUpdatesByOthersAnErrorIsStillFound() {
        story.othersPlace("kale", 3);
        story.place("ada", "apple", 3);
        orders(story.ask("ada", "VIEW_ORDERS", "{}")).remove(0);

        assertThat(verdict().figure(Figure.MISSING)).isEqualTo(1);
    }

    @Test
    void aRequestThatWasNotExecutedHasNoPlace() {
        for (var reason : new String[] {"NO_PRIMARY", "OVERLOADED", "TOO_FEW_BACK_ENDS", "NO_FRONT_END"}) {
            var line = story.begin("ada", "PLACE_ORDER", Story.order("apple", 3));
            refuse(line, reason);
            story.end(line);
        }
        var postcode = story.begin("ada", "USER_DETAILS", Story.DETAILS);
        refuse(postcode, "INVALID_POSTCODE");
        postcode.addProperty("epoch", 0);
        postcode.addProperty("revision", 0);
        postcode.addProperty("turn", 0);
        story.end(postcode);

        assertFaults(Map.of());
    }

    @Test
    void aFreshClustersFirstOrderIsNumberOne() {
        story.lines().forEach(line -> line.addProperty("turn", line.get("turn").getAsLong() - 40));
        var placed = story.place("ada", "apple", 1);
        placed.addProperty("turn", 3);

        assertThat(story.verdict(directory).figure(Figure.WRONG_RESPONSES)).isEqualTo(1);
        response(placed).addProperty("order", 1);
        assertThat(story.verdict(directory).passed()).isTrue();
    }

    private Verdict verdict() {
        return story.verdict(directory);
    }

    /** Adds the reads at the end, as in every run. */
    private void assertFaults(Map<Figure, Long> expected) {
        assertFaults(story.lookAtTheEnd("ada", "bob"), expected);
    }

    private void assertFaults(Story told, Map<Figure, Long> expected) {
        var verdict = told.verdict(directory);
        var faults = accusations(verdict);
        for (var figure : new Figure[] {Figure.OTHERS, Figure.UNDECIDED}) {
            if (verdict.figure(figure) != 0) {
                faults.put(figure, verdict.figure(figure));
            }
        }
        assertThat(faults).as(String.join("\n", verdict.text())).isEqualTo(expected);
        assertThat(verdict.passed()).isEqualTo(expected.isEmpty());
    }

    private static List<String> examples(Verdict verdict, Figure figure) {
        return verdict.examples().getOrDefault(figure, List.of());
    }

    private static Map<Figure, Long> accusations(Verdict verdict) {
        var faults = new EnumMap<Figure, Long>(Figure.class);
        verdict.figures().forEach((figure, value) -> {
            if (figure.accuses() && value != 0) {
                faults.put(figure, value);
            }
        });
        return faults;
    }

    private JsonObject last() {
        return story.lines().get(story.lines().size() - 1);
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
