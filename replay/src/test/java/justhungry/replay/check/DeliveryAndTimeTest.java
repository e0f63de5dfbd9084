package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import justhungry.replay.check.engine.CheckMetric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of what the checker knows of deliveries, of fees, and of the times at which orders were placed. */
class DeliveryAndTimeTest {
    private static final CheckMetric WRONG = CheckMetric.WRONG_RESPONSES;

    private final HistoryBuilder history =
            new HistoryBuilder(new SimpleShop(17).selling("apple", "1.99", 15).delivering("BY_DRONE", "9.50"));

    @TempDir
    Path directory;

    @BeforeEach
    void saveDetails() {
        history.details("ada");
    }

    @Test
    void feesAreThoseOfTheProductList() {
        var placed = place("BY_DRONE");

        assertThat(response(placed).get("total").getAsString()).isEqualTo("11.49");
        assertPasses();
    }

    @Test
    void whenAnOrderIsShownWithAFeeThatIsNotThatOfTheProductList_thenItIsFound() {
        place("BY_DRONE");
        var shown = firstOrder(history.request("ada", "VIEW_ORDERS", "{}"));
        shown.addProperty("fee", "8.50");
        shown.addProperty("total", "10.49");

        assertWrong("/orders/0/fee: expected \"9.50\", got \"8.50\"");
    }

    @Test
    void whenAFeeChangesInTheProductList_thenItIsFound() {
        var list = history.request("ada", "PRODUCT_LIST", "{}");
        response(list).getAsJsonArray("deliveries").get(0).getAsJsonObject().addProperty("fee", "2.00");

        assertWrong("/deliveries/0/fee: expected \"3.00\", got \"2.00\"");
    }

    @Test
    void whenADeliveryThatIsNotInTheProductListIsAccepted_thenItIsFound() {
        var refused = place("BY_MULE");
        assertThat(response(refused).get("reason").getAsString()).isEqualTo("UNKNOWN_DELIVERY");
        assertPasses();

        refused.add("response", response(place("BY_DRONE")).deepCopy());

        assertThat(history.verify(directory).examples().getOrDefault(WRONG, List.of()))
                .singleElement()
                .asString()
                .contains("expected refused UNKNOWN_DELIVERY, got ok");
    }

    @Test
    void whenAnOrderSaysAnotherTimeThanItsDecision_thenItIsFound() {
        response(place("SAME_DAY")).addProperty("placed", "2026-11-29T09:00:00.000Z");

        assertWrong("/placed: expected");
    }

    @Test
    void whenAnOrderIsShownWithAnotherTime_thenItIsFound() {
        place("SAME_DAY");
        firstOrder(history.request("ada", "VIEW_ACTIVE", "{}")).addProperty("placed", "2026-11-29T09:00:00.000Z");

        assertWrong("/orders/0/placed: expected");
    }

    @Test
    void whenACancelledOrderSaysTheTimeOfTheCancel_thenItIsFound() {
        var placed = place("SAME_DAY");
        history.promote();
        var cancelled = history.cancel("ada", placed);
        response(cancelled).add("placed", cancelled.get("decidedAt"));

        assertWrong("/placed: expected");
    }

    @Test
    void whenTheTimeOfAnUpdateIsBeforeThatOfAnEarlierUpdate_thenItIsFound() {
        history.promote();
        var cancelled = history.request("ada", "CANCEL", "{'order':1}");
        cancelled.addProperty("decidedAt", "2026-11-29T09:00:00.000Z");

        assertWrong("line 4 was decided at 2026-11-29T09:00:00Z, but an update before it at 2026-11-29T09:01:4");
    }

    @Test
    void whenTheTimeOfAReadIsBeforeThatOfAnUpdateThatItSees_thenItIsFound() {
        history.request("ada", "VIEW_ORDERS", "{}").addProperty("decidedAt", "2026-11-29T09:00:00.000Z");

        assertWrong("line 4 was decided at");
    }

    @Test
    void theClockOfAReadMayBeAheadOfTheNextPrimarys() {
        history.request("ada", "VIEW_ORDERS", "{}").addProperty("decidedAt", "2026-11-29T10:00:00.000Z");
        history.promote();
        place("SAME_DAY");

        assertPasses();
    }

    @Test
    void theTimeOfAnOrderOfUnknownOutcomeIsThatWhichIsShownFirst() {
        history.unknownButExecuted("ada", "PLACE_ORDER", order("SAME_DAY"));
        place("SAME_DAY");
        history.request("ada", "VIEW_ORDERS", "{}");
        assertPasses();

        secondOrder(history.request("ada", "VIEW_ORDERS", "{}")).addProperty("placed", "2026-11-29T09:00:00.000Z");

        assertThat(history.verify(directory).passed()).isFalse();
    }

    @Test
    void theTimeOfAnOrderOfUnknownOutcomeMayBeShownFirstByItsCancel() {
        history.unknownButExecuted("ada", "PLACE_ORDER", order("SAME_DAY"));
        history.request("ada", "CANCEL", "{'order':18}");
        var shown = firstOrder(history.request("ada", "VIEW_ORDER", "{'order':18}"));
        assertPasses();

        shown.addProperty("placed", "2026-11-29T09:00:00.000Z");

        assertThat(history.verify(directory).passed()).isFalse();
    }

    @Test
    void whenABackEndDoesNotSayWhenItDecided_thenItIsFound() {
        place("SAME_DAY").remove("decidedAt");

        assertWrong("line 4 does not say when it was decided");
    }

    @Test
    void whenAFrontEndDoesNotSayWhenItDecided_thenNothingIsWrong() {
        var refused = history.begin("ada", "USER_DETAILS", HistoryBuilder.DETAILS);
        List.of("epoch", "revision", "turn").forEach(name -> refused.addProperty(name, 0));
        VerificationHarness.refuse(refused, "INVALID_POSTCODE");
        history.end(refused);

        assertPasses();
    }

    @Test
    void whenTheProductListHasLostItsDeliveries_thenAnAcceptedOrderIsWrong() {
        response(history.lines().get(0)).add("deliveries", new JsonArray());
        place("SAME_DAY");

        assertWrong("expected refused UNKNOWN_DELIVERY, got ok");
    }

    @Test
    void aHistoryOfAnEarlyVersionIsVerifiedWithTheFeesOfThatTimeAndWithoutTimes() {
        var standard = new HistoryBuilder();
        standard.details("ada");
        standard.request("ada", "PLACE_ORDER", order("TWO_HOURS"));
        standard.unknownButExecuted("ada", "PLACE_ORDER", order("NEXT_DAY"));
        standard.request("ada", "CANCEL", "{'order':18}");
        standard.readAtTheEnd("ada");
        standard.lines().forEach(DeliveryAndTimeTest::makeOld);

        assertThat(standard.lines().toString()).doesNotContain("placed", "decidedAt", "deliveries");
        assertThat(standard.verify(directory).text()).last().asString().startsWith("verified");
    }

    private JsonObject place(String delivery) {
        return history.request("ada", "PLACE_ORDER", order(delivery));
    }

    private static String order(String delivery) {
        return "{'items':{'apple':1},'delivery':'%s'}".formatted(delivery);
    }

    private void assertPasses() {
        assertThat(history.verify(directory).text()).last().asString().startsWith("verified");
    }

    /** One wrong response, and nothing else. */
    private void assertWrong(String words) {
        var verdict = history.verify(directory);
        assertThat(verdict.examples().get(WRONG))
                .as(String.join("\n", verdict.text()))
                .singleElement()
                .asString()
                .contains(words);
        assertThat(verdict.metrics())
                .allSatisfy((figure, value) -> assertThat(value == 0 || !figure.isFault() || figure == WRONG)
                        .as(figure.label())
                        .isTrue());
    }

    private static JsonObject response(JsonObject line) {
        return line.getAsJsonObject("response");
    }

    private static JsonObject firstOrder(JsonObject page) {
        return response(page).getAsJsonArray("orders").get(0).getAsJsonObject();
    }

    private static JsonObject secondOrder(JsonObject page) {
        return response(page).getAsJsonArray("orders").get(1).getAsJsonObject();
    }

    private static void makeOld(JsonElement json) {
        if (json instanceof JsonObject object) {
            List.of("placed", "decidedAt", "deliveries").forEach(object::remove);
            object.entrySet().forEach(member -> makeOld(member.getValue()));
        } else if (json instanceof JsonArray array) {
            array.forEach(DeliveryAndTimeTest::makeOld);
        }
    }
}
