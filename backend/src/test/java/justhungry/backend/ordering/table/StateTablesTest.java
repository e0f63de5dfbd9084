package justhungry.backend.ordering.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link StateTables}, for the tables in memory and for the staging over them. */
class StateTablesTest {
    private static final byte[] NONE = {};

    private final InMemoryTables tables = new InMemoryTables();

    @Test
    void keysComeFromTheHighestDownOrderedAsUnsignedBytes() {
        put("00", "7f", "80", "ff");

        assertThat(lastKeys("", "", 3)).containsExactly("ff", "80", "7f");
        assertThat(lastKeys("", "80", 9)).containsExactly("7f", "00");
    }

    @Test
    void onlyKeysWithThePrefixComeWhereverTheBoundLies() {
        put("01ff", "0200", "02ff", "0300", "ff01", "ffff");

        assertThat(lastKeys("02", "", 9)).containsExactly("02ff", "0200");
        assertThat(lastKeys("02", "02ff", 9)).containsExactly("0200");
        assertThat(lastKeys("02", "ffff", 9)).containsExactly("02ff", "0200");
        assertThat(lastKeys("02", "01ff", 9)).isEmpty();
        assertThat(lastKeys("ff", "", 9)).containsExactly("ffff", "ff01");
        assertThat(lastKeys("01ff", "", 9)).containsExactly("01ff");
    }

    @Test
    void aTableDoesNotShowInAnother() {
        put("01");

        assertThat(tables.get(StateTable.CUSTOMERS, bytes("01"))).isEmpty();
        assertThat(tables.lastKeys(StateTable.CUSTOMERS, NONE, NONE, 9)).isEmpty();
    }

    @Test
    void aCopyIsNotChangedByLaterWrites() {
        put("01");
        var copy = tables.copy();
        tables.write(List.of(new StateTables.Write(StateTable.ORDERS, new ByteString(bytes("01")), null)), 2);

        assertThat(copy.get(StateTable.ORDERS, bytes("01"))).isPresent();
        assertThat(copy.appliedIndex()).isEqualTo(1);
        assertThat(tables.get(StateTable.ORDERS, bytes("01"))).isEmpty();
        assertThat(tables.appliedIndex()).isEqualTo(2);
    }

    @Test
    void stagedWritesAreSeenThroughTheStagingOnly() {
        put("01", "02");
        var staged = new StagedTables(tables);
        staged.put(StateTable.ORDERS, bytes("01"), bytes("aa"));
        staged.put(StateTable.ORDERS, bytes("03"), bytes("bb"));
        staged.remove(StateTable.ORDERS, bytes("02"));

        assertThat(staged.get(StateTable.ORDERS, bytes("01"))).hasValue(bytes("aa"));
        assertThat(staged.get(StateTable.ORDERS, bytes("02"))).isEmpty();
        assertThat(staged.get(StateTable.ORDERS, bytes("03"))).hasValue(bytes("bb"));
        assertThat(lastKeys("", "", 9)).containsExactly("02", "01");
    }

    @Test
    void theLastStagedWriteOfAKeyCounts() {
        var staged = new StagedTables(tables);
        staged.put(StateTable.ORDERS, bytes("02"), bytes("aa"));
        staged.put(StateTable.ORDERS, bytes("02"), bytes("bb"));
        staged.put(StateTable.ORDERS, bytes("01"), bytes("aa"));
        staged.remove(StateTable.ORDERS, bytes("01"));

        assertThat(staged.writes())
                .containsExactly(
                        new StateTables.Write(StateTable.ORDERS, new ByteString(bytes("01")), null),
                        new StateTables.Write(
                                StateTable.ORDERS, new ByteString(bytes("02")), new ByteString(bytes("bb"))));
    }

    @Test
    void keysAreTheSameWhenTheirBytesAre() {
        var key = new ByteString(bytes("01"));

        assertThat(key)
                .isEqualTo(new ByteString(bytes("01")))
                .hasSameHashCodeAs(new ByteString(bytes("01")))
                .isNotEqualTo(new ByteString(bytes("02")))
                .doesNotHaveSameHashCodeAs(new ByteString(bytes("02")));
    }

    private void put(String... keys) {
        for (var key : keys) {
            tables.write(
                    List.of(new StateTables.Write(StateTable.ORDERS, new ByteString(bytes(key)), new ByteString(NONE))),
                    1);
        }
    }

    private List<String> lastKeys(String prefix, String before, int maxKeys) {
        return tables.lastKeys(StateTable.ORDERS, bytes(prefix), bytes(before), maxKeys).stream()
                .map(HexFormat.of()::formatHex)
                .toList();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
