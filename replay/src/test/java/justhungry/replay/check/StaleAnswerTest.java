package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import justhungry.replay.check.engine.CheckMetric;
import org.junit.jupiter.api.Test;

/** Tests of the checker with answers whose update number, revision or epoch is too old, and with some that look so. */
class StaleAnswerTest extends VerificationHarness {
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
                .containsExactly("line 5 reports update 42, but was sent after line 6 had reported 43");
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
}
