package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.backend.ordering.table.StateTable;
import org.junit.jupiter.api.Test;

class RowCacheTest {
    private final RowCache cache = new RowCache();
    private final List<Integer> lookedUp = new ArrayList<>();

    @Test
    void aRowIsLookedUpOnce_alsoOneThatIsMissing() {
        assertThat(value(StateTable.CUSTOMERS, 1)).isTrue();
        assertThat(value(StateTable.CUSTOMERS, 1)).isTrue();
        assertThat(value(StateTable.CUSTOMERS, -2)).isFalse();
        assertThat(value(StateTable.CUSTOMERS, -2)).isFalse();

        assertThat(lookedUp).containsExactly(1, -2);
    }

    @Test
    void rowsOfTwoTablesAreNotMixedUp() {
        value(StateTable.CUSTOMERS, 1);
        value(StateTable.REPLIES, 1);

        assertThat(lookedUp).containsExactly(1, 1);
    }

    @Test
    void ordersAreNotKept_forTheyMayBeLarge() {
        value(StateTable.ORDERS, 1);
        value(StateTable.ORDERS, 1);

        assertThat(lookedUp).containsExactly(1, 1);
    }

    @Test
    void theRowThatWasNotUsedForLongestMakesRoom() {
        value(StateTable.CUSTOMERS, 0);
        value(StateTable.CUSTOMERS, 1);
        value(StateTable.CUSTOMERS, 0);
        for (int number = 2; number <= RowCache.MAX_ROWS; number++) {
            value(StateTable.CUSTOMERS, number);
        }
        lookedUp.clear();

        value(StateTable.CUSTOMERS, 0);
        value(StateTable.CUSTOMERS, 1);

        assertThat(lookedUp).containsExactly(1);
    }

    /** Whether the row is there: those of negative numbers are not. */
    private boolean value(StateTable table, int number) {
        var key = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        return cache.get(table, key, () -> {
                    lookedUp.add(number);
                    return number < 0 ? Optional.empty() : Optional.of(key);
                })
                .isPresent();
    }
}
