package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.Map;
import justhungry.replay.check.engine.CheckMetric;
import org.junit.jupiter.api.Test;

/** Tests of the checker with histories of one error each: a lost update, a wrong answer, a wrong stock. */
class VerificationTest extends VerificationHarness {
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
    void aProductIsTheSame_inWhateverCaseAndFormItWasAsked() {
        var asked = history.place("ada", "kale", 1).getAsJsonObject("args");
        asked.add("items", JsonParser.parseString("{\"\uff2bA\u200dLE\":1}"));

        assertFaults(Map.of());
    }

    @Test
    void anAcknowledgedOrderThatNoPageShowsIsMissing() {
        history.place("ada", "apple", 1);
        history.place("ada", "apple", 2);
        var page = history.request("ada", "VIEW_ORDERS", "{}");
        orders(page).remove(1);

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
        assertThat(examples(result(), CheckMetric.MISSING))
                .containsExactly(
                        "line 7, VIEW_ORDERS of ada: order 18 is not shown; the update of line 5, acknowledged earlier, is lost");
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
        var placed = history.place("ada", "apple", 1);
        view("ada", placed);
        view("bob", placed);
        history.cancel("ada", placed);
        view("ada", placed);

        assertFaults(Map.of());
    }

    @Test
    void anOrderThatIsShownAsActiveAfterItWasCancelledIsFound() {
        var placed = history.place("ada", "apple", 1);
        history.cancel("ada", placed);
        var shown = view("ada", placed);
        orders(shown).get(0).getAsJsonObject().addProperty("status", "ACTIVE");

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
    }

    @Test
    void anAcknowledgedOrderThatIsNotFoundByItsNumberIsMissing() {
        var placed = history.place("ada", "apple", 1);
        refuse(view("ada", placed), "UNKNOWN_ORDER");

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
        assertThat(examples(result(), CheckMetric.MISSING))
                .containsExactly("line 6, VIEW_ORDER of ada (order 18): expected ok, got refused UNKNOWN_ORDER;"
                        + " the update of line 5, acknowledged earlier, is lost");
    }

    @Test
    void anotherPersonsOrderIsNotFoundByItsNumber() {
        var placed = history.place("bob", "kale", 1);
        var theirs = view("bob", placed);
        view("ada", placed).add("response", response(theirs).deepCopy());

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
        assertThat(examples(result(), CheckMetric.WRONG_RESPONSES))
                .containsExactly("line 7, VIEW_ORDER of ada (order 18): expected refused UNKNOWN_ORDER, got ok");
    }

    @Test
    void detailsAreShownAsTheyWereSavedLast_andToTheirUserOnly() {
        history.request("ada", "USER_DETAILS", HistoryBuilder.DETAILS.replace("Green", "Moor"));
        history.request("ada", "VIEW_DETAILS", "{}");
        history.request("eve", "VIEW_DETAILS", "{}");

        assertFaults(Map.of());
    }

    @Test
    void detailsThatAreNotThoseSavedLastAreFound_andNotPrinted() {
        history.request("ada", "USER_DETAILS", HistoryBuilder.DETAILS.replace("Green", "Moor"));
        response(history.request("ada", "VIEW_DETAILS", "{}")).addProperty("address", "Green");

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
        assertThat(examples(result(), CheckMetric.WRONG_RESPONSES))
                .containsExactly(
                        "line 6, VIEW_DETAILS of ada: /address: expected what was saved last, got something else");
    }

    @Test
    void detailsOfAnotherUserAreFound() {
        var theirs = history.request("ada", "VIEW_DETAILS", "{}");
        history.request("eve", "VIEW_DETAILS", "{}")
                .add("response", response(theirs).deepCopy());

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
    }

    @Test
    void savedDetailsThatAreNotThereAreALostUpdate() {
        refuse(history.request("ada", "VIEW_DETAILS", "{}"), "NO_DETAILS");

        assertFaults(Map.of(CheckMetric.MISSING, 1L));
    }

    @Test
    void anOrderThatIsShownInsteadOfTheOneThatWasAskedForIsFound() {
        var first = history.place("ada", "apple", 1);
        var second = history.place("ada", "kale", 1);
        var shown = view("ada", second);
        view("ada", first).add("response", response(shown).deepCopy());

        assertFaults(Map.of(CheckMetric.WRONG_RESPONSES, 1L));
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
}
