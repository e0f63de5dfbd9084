package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import justhungry.replay.check.engine.CheckMetric;
import org.junit.jupiter.api.Test;

/** Tests of the checker with updates of unknown outcome, and with those of other users of the cluster. */
class UnknownOutcomeTest extends VerificationHarness {
    @Test
    void theNumberOfAnUnknownOrderDeterminesWhetherItWasPlaced() {
        history.unknownButExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.unknownNotExecuted("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 2));
        history.request("ada", "VIEW_ORDER", "{'order':18}");
        history.request("ada", "VIEW_ORDER", "{'order':19}");
        history.place("bob", "apple", 12);

        assertFaults(Map.of());
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
    void unknownDetailsAreThoseThatAreShown() {
        var moved = HistoryBuilder.DETAILS.replace("Green", "Moor");
        history.unknownButExecuted("eve", "USER_DETAILS", moved);
        history.unknownNotExecuted("eve", "USER_DETAILS", HistoryBuilder.DETAILS);
        history.request("eve", "VIEW_DETAILS", "{}");

        assertFaults(Map.of());
    }

    @Test
    void detailsThatAreSavedAfterUnknownOnesReplaceThem() {
        history.unknownButExecuted("ada", "USER_DETAILS", HistoryBuilder.DETAILS.replace("Green", "Moor"));
        history.unknownNotExecuted("bob", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.request("ada", "USER_DETAILS", HistoryBuilder.DETAILS.replace("Green", "Street"));
        history.request("ada", "VIEW_DETAILS", "{}");

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
        var line = history.begin("ada", "PLACE_ORDER", HistoryBuilder.order("apple", 3));
        history.execute(line);
        refuse(line, "EXPIRED");
        history.end(line);

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
}
