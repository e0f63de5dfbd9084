package justhungry.backend.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.backend.ordering.table.ByteString;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.StateTables.Write;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.rocks.MetaKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of every store, on disk or in memory. */
public abstract class StoreContract {
    private Store store;
    private Store other;

    public abstract Store newStore(String name);

    @BeforeEach
    void open() {
        store = newStore("server1");
        other = newStore("server2");
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @Test
    void aNewStoreIsEmptyAndOfNoCluster() {
        assertThat(store.member().name()).isEqualTo("server1");
        assertThat(store.cluster()).isEqualTo(BackendRegistration.NO_CLUSTER);
        assertThat(store.log().firstIndex()).isEqualTo(1);
        assertThat(store.log().lastIndex()).isZero();
        assertThat(store.log().epochAt(0)).isZero();
        assertThat(store.log().checksumAt(store.log().lastIndex())).isZero();
        assertThat(store.log().epoch()).isZero();
        assertThat(store.tables().appliedIndex()).isZero();
        assertThat(store.log().read(1, 10, 1_000)).isEmpty();
        try (var snapshot = store.snapshot()) {
            assertThat(snapshot.nextRows(10, 1_000)).isEmpty();
            assertThat(snapshot.index()).isZero();
        }
    }

    @Test
    void twoNewStoresAreDifferentIncarnations() {
        assertThat(store.member().incarnation()).isNotEqualTo(other.member().incarnation());
    }

    @Test
    void aStoreRemembersItsCluster() {
        var cluster = UUID.randomUUID();

        store.joinCluster(cluster);

        assertThat(store.cluster()).isEqualTo(cluster);
    }

    @Test
    void whatIsAppendedIsRead_withinTheLimitsButAtLeastOneEntry() {
        var entries = EntryChain.start().next(1, 5, 100);

        store.log().append(entries.subList(0, 2));
        store.log().append(entries.subList(2, 5));

        assertThat(indexes(store.log().read(1, 100, 100_000))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(indexes(store.log().read(2, 2, 100_000))).containsExactly(2L, 3L);
        assertThat(indexes(store.log().read(2, 100, 250))).containsExactly(2L, 3L);
        assertThat(indexes(store.log().read(4, 100, 1))).containsExactly(4L);
        assertThat(store.log().read(6, 100, 1)).isEmpty();
        assertThat(store.log().read(3, 1, 1).get(0).bytes())
                .isEqualTo(entries.get(2).bytes());
        assertThat(store.log().checksumAt(store.log().lastIndex()))
                .isEqualTo(entries.get(4).checksum());
    }

    @Test
    void theEpochOfEveryKeptEntryIsKnown_andOfTheBase() {
        var chain = EntryChain.start();
        store.log().append(chain.next(2, 3, 10));
        store.log().append(chain.next(5, 2, 10));
        store.log().append(chain.next(9, 1, 10));
        apply(6);

        assertThat(List.of(epochAt(0), epochAt(1), epochAt(3), epochAt(4), epochAt(5), epochAt(6)))
                .containsExactly(0L, 2L, 2L, 5L, 5L, 9L);
        store.log().compactThrough(3);
        assertThat(List.of(epochAt(3), epochAt(4), epochAt(6))).containsExactly(2L, 5L, 9L);
        assertThatThrownBy(() -> epochAt(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> epochAt(7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entriesThatDoNotContinueTheLogAreRefused_andNoneOfTheirBatchIsKept() {
        var chain = EntryChain.start();
        store.log().append(chain.next(3, 2, 10));
        int last = store.log().checksumAt(store.log().lastIndex());
        var fitting = chain.next(3);

        refused(Entry.of(4, 3, last, new byte[1]));
        refused(Entry.of(2, 3, last, new byte[1]));
        refused(Entry.of(3, 3, last + 1, new byte[1]));
        refused(Entry.of(3, 2, last, new byte[1]));
        assertThatThrownBy(() -> store.log().append(List.of(fitting, fitting)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(store.log().lastIndex()).isEqualTo(2);
        store.log().append(List.of(fitting));
        assertThat(store.log().lastIndex()).isEqualTo(3);
    }

    @Test
    void aConflictingTailIsCutAndAnotherTakesItsPlace() {
        var chain = EntryChain.start();
        store.log().append(chain.next(1, 3, 10));
        var continued = EntryChain.after(store.log());
        store.log().append(chain.next(2, 3, 10));

        store.log().truncateAfter(3);

        assertThat(store.log().lastIndex()).isEqualTo(3);
        assertThat(store.log().read(4, 10, 1_000)).isEmpty();
        store.log().append(continued.next(7, 2, 30));
        assertThat(List.of(epochAt(3), epochAt(4), epochAt(5))).containsExactly(1L, 7L, 7L);
        assertThat(indexes(store.log().read(1, 100, 10_000))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void theWholeLogCanBeTruncated() {
        store.log().append(EntryChain.start().next(1, 3, 10));

        store.log().truncateAfter(0);

        assertThat(store.log().lastIndex()).isZero();
        assertThat(store.log().checksumAt(store.log().lastIndex())).isZero();
        store.log().append(EntryChain.start().next(4, 1, 10));
        assertThat(epochAt(1)).isEqualTo(4);
    }

    @Test
    void whatTheStateContainsIsNeverCut_andWhatItLacksIsNeverCompacted() {
        store.log().append(EntryChain.start().next(1, 5, 10));
        apply(3);

        assertThatThrownBy(() -> store.log().truncateAfter(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.log().compactThrough(4)).isInstanceOf(IllegalArgumentException.class);

        assertThat(store.log().read(1, 10, 1_000)).hasSize(5);
    }

    @Test
    void aCompactedLogGoesOn_alsoWhenNothingIsLeftOfIt() {
        StoreContents.order(store, 1, 5);

        store.log().compactThrough(2);
        store.log().compactThrough(1);

        assertThat(store.log().firstIndex()).isEqualTo(3);
        assertThat(indexes(store.log().read(3, 10, 1_000))).containsExactly(3L, 4L, 5L);
        assertThatThrownBy(() -> store.log().read(2, 10, 1_000)).isInstanceOf(IllegalArgumentException.class);
        int checksum = store.log().checksumAt(store.log().lastIndex());
        store.log().compactThrough(5);
        assertThat(store.log().firstIndex()).isEqualTo(6);
        assertThat(store.log().lastIndex()).isEqualTo(5);
        assertThat(store.log().checksumAt(store.log().lastIndex())).isEqualTo(checksum);
        StoreContents.order(store, 2, 1);
        assertThat(indexes(store.log().read(6, 10, 1_000))).containsExactly(6L);
    }

    @Test
    void theHighestEpochSeenNeverFalls() {
        store.log().saveEpoch(4);
        store.log().saveEpoch(4);

        assertThatThrownBy(() -> store.log().saveEpoch(3)).isInstanceOf(IllegalArgumentException.class);

        assertThat(store.log().epoch()).isEqualTo(4);
    }

    @Test
    void rowsAreWrittenAndRemovedTogetherWithTheAppliedIndex() {
        store.tables().write(List.of(row("a", "1"), row("b", "2")), 1);
        store.tables().write(List.of(row("a", "3"), removed("b"), removed("c"), row("d", "")), 2);

        assertThat(store.tables().appliedIndex()).isEqualTo(2);
        assertThat(store.tables().get(StateTable.ORDERS, bytes("a"))).contains(bytes("3"));
        assertThat(store.tables().get(StateTable.ORDERS, bytes("b"))).isEmpty();
        assertThat(store.tables().get(StateTable.ORDERS, bytes("d"))).contains(new byte[0]);
        assertThat(store.tables().get(StateTable.CUSTOMERS, bytes("a"))).isEmpty();
    }

    @Test
    void aRowThatWasLookedUpIsSeenAsItIsAfterEveryWrite_andAfterASnapshot() {
        for (var table : StateTable.ALL) {
            assertThat(other.tables().get(table, bytes("a"))).isEmpty();
            other.tables().write(List.of(new Write(table, new ByteString(bytes("a")), new ByteString(bytes("1")))), 1);
            assertThat(other.tables().get(table, bytes("a"))).contains(bytes("1"));
            other.tables().write(List.of(new Write(table, new ByteString(bytes("a")), null)), 2);
            assertThat(other.tables().get(table, bytes("a"))).isEmpty();
            other.tables().write(List.of(new Write(table, new ByteString(bytes("a")), new ByteString(bytes("3")))), 3);
            assertThat(other.tables().get(table, bytes("a"))).contains(bytes("3"));
        }
        StoreContents.order(store, 1, 4);

        copy(store, other);

        for (var table : StateTable.ALL) {
            assertThat(other.tables().get(table, bytes("a"))).isEmpty();
        }
    }

    @Test
    void theLastKeysOfAPrefixAreFound_belowABoundOrNot() {
        store.tables().write(List.of(row("a1", ""), row("b", ""), row("b1", ""), row("b2", ""), row("c1", "")), 1);
        store.tables().write(List.of(keyed(0xff), keyed(0xff, 0xff), keyed(0xff, 0xff, 0x00)), 2);

        assertThat(lastKeys("b", "", 10)).containsExactly("b2", "b1", "b");
        assertThat(lastKeys("b", "", 2)).containsExactly("b2", "b1");
        assertThat(lastKeys("b", "b2", 10)).containsExactly("b1", "b");
        assertThat(lastKeys("b", "b11", 10)).containsExactly("b1", "b");
        assertThat(lastKeys("b", "z", 10)).containsExactly("b2", "b1", "b");
        assertThat(lastKeys("b", "b", 10)).isEmpty();
        assertThat(lastKeys("b", "a", 10)).isEmpty();
        assertThat(lastKeys("x", "", 10)).isEmpty();
        assertThat(lastKeys("a", "", 0)).isEmpty();
        assertThat(store.tables().lastKeys(StateTable.ORDERS, new byte[] {-1}, new byte[0], 10))
                .hasSize(3);
        assertThat(store.tables().lastKeys(StateTable.ORDERS, new byte[] {-1, -1}, new byte[0], 10))
                .hasSize(2);
        assertThat(store.tables().lastKeys(StateTable.ORDERS, new byte[0], new byte[0], 100))
                .hasSize(8);
    }

    @Test
    void aSnapshotIsTheStateOfItsMoment_whateverIsWrittenMeanwhileByAnotherThread() {
        StoreContents.order(store, 1, 50);
        var expected = StoreContents.rowsOf(store);
        try (var snapshot = store.snapshot()) {
            var reading = CompletableFuture.supplyAsync(() -> StoreContents.allRows(snapshot));
            StoreContents.order(store, 2, 50);
            store.tables().write(List.of(new Write(StateTable.ORDERS, new ByteString(MetaKey.encode(7)), null)), 101);

            assertThat(reading.join()).containsExactlyElementsOf(expected);
            assertThat(snapshot.index()).isEqualTo(50);
            assertThat(snapshot.epoch()).isEqualTo(1);
            assertThat(snapshot.checksum())
                    .isEqualTo(store.log().read(50, 1, 1).get(0).checksum());
        }
    }

    @Test
    void aChunkOfASnapshotKeepsItsLimits() {
        store.tables().write(List.of(row("a", "x".repeat(100)), row("b", "x".repeat(100)), row("c", "")), 0);
        try (var snapshot = store.snapshot()) {
            assertThat(snapshot.nextRows(10, 50)).hasSize(1);
            assertThat(snapshot.nextRows(1, 5_000)).hasSize(1);
            assertThat(snapshot.nextRows(10, 5_000)).hasSize(1);
            assertThat(snapshot.nextRows(10, 5_000)).isEmpty();
        }
    }

    @Test
    void aSnapshotIsOfTheAppliedEntry_alsoWhenTheLogIsCompactedUpToIt() {
        StoreContents.order(store, 3, 4);
        int checksum = store.log().checksumAt(store.log().lastIndex());
        store.log().append(EntryChain.after(store.log()).next(4, 2, 10));
        store.log().compactThrough(4);

        try (var snapshot = store.snapshot()) {
            assertThat(new LogPosition(snapshot.index(), snapshot.epoch(), snapshot.checksum()))
                    .isEqualTo(new LogPosition(4, 3, checksum));
        }
    }

    @Test
    void aSnapshotFromElsewhereReplacesStateAndLog_andTheStoreStaysWhoItWas() {
        StoreContents.order(other, 1, 9);
        var cluster = UUID.randomUUID();
        store.joinCluster(cluster);
        StoreContents.order(store, 2, 40);
        var member = other.member();

        copy(store, other);

        assertThat(StoreContents.rowsOf(other)).containsExactlyElementsOf(StoreContents.rowsOf(store));
        assertThat(other.tables().appliedIndex()).isEqualTo(40);
        assertThat(other.log().firstIndex()).isEqualTo(41);
        assertThat(other.log().lastIndex()).isEqualTo(40);
        assertThat(other.log().epochAt(40)).isEqualTo(2);
        assertThat(other.member()).isEqualTo(member);
        StoreContents.order(store, 2, 3);
        other.log().append(store.log().read(41, 10, 10_000));
        assertThat(other.log().checksumAt(other.log().lastIndex()))
                .isEqualTo(store.log().checksumAt(store.log().lastIndex()));
    }

    @Test
    void aSnapshotMayBeginAgain_andNothingOfTheFirstRemains() {
        StoreContents.order(store, 1, 5);
        other.beginSnapshot(9, 1, 77);
        other.addRows(
                List.of(new SnapshotRow(StateTable.CUSTOMERS, new ByteString(bytes("x")), new ByteString(bytes("y")))
                        .encode()));

        copy(store, other);

        assertThat(StoreContents.rowsOf(other)).containsExactlyElementsOf(StoreContents.rowsOf(store));
    }

    @Test
    void anAppendGivesUpAnUnfinishedSnapshot() {
        other.beginSnapshot(9, 1, 77);
        other.addRows(
                List.of(new SnapshotRow(StateTable.CUSTOMERS, new ByteString(bytes("x")), new ByteString(bytes("y")))
                        .encode()));

        StoreContents.order(other, 1, 2);

        assertThat(other.tables().get(StateTable.CUSTOMERS, bytes("x"))).isEmpty();
        assertThat(other.log().lastIndex()).isEqualTo(2);
        assertThatThrownBy(other::finishSnapshot).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void malformedRowsAreRefused_andRowsWithoutASnapshot() {
        var good =
                new SnapshotRow(StateTable.CUSTOMERS, new ByteString(bytes("x")), new ByteString(bytes("y"))).encode();
        assertThatThrownBy(() -> other.addRows(List.of(good))).isInstanceOf(IllegalStateException.class);
        other.beginSnapshot(9, 1, 77);

        for (var bad : List.of(
                new byte[0],
                new byte[4],
                new byte[] {99, 0, 0, 0, 0},
                new byte[] {-1, 0, 0, 0, 0},
                new byte[] {0, 0, 0, 0, 2, 7},
                new byte[] {0, -1, 0, 0, 0, 7})) {
            assertThatThrownBy(() -> other.addRows(List.of(good, bad))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(other.tables().get(StateTable.CUSTOMERS, bytes("x"))).isEmpty();
    }

    private static void copy(Store from, Store to) {
        try (var snapshot = from.snapshot()) {
            to.beginSnapshot(snapshot.index(), snapshot.epoch(), snapshot.checksum());
            for (var rows = snapshot.nextRows(6, 500); !rows.isEmpty(); rows = snapshot.nextRows(6, 500)) {
                to.addRows(rows);
            }
        }
        to.finishSnapshot();
    }

    private void refused(Entry entry) {
        assertThatThrownBy(() -> store.log().append(List.of(entry))).isInstanceOf(IllegalArgumentException.class);
    }

    private void apply(long index) {
        store.tables().write(List.of(), index);
    }

    private long epochAt(long index) {
        return store.log().epochAt(index);
    }

    private List<String> lastKeys(String prefix, String before, int maxKeys) {
        return store.tables().lastKeys(StateTable.ORDERS, bytes(prefix), bytes(before), maxKeys).stream()
                .map(key -> new String(key, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static List<Long> indexes(List<Entry> entries) {
        return entries.stream().map(Entry::index).toList();
    }

    private static Write row(String key, String value) {
        return new Write(StateTable.ORDERS, new ByteString(bytes(key)), new ByteString(bytes(value)));
    }

    private static Write removed(String key) {
        return new Write(StateTable.ORDERS, new ByteString(bytes(key)), null);
    }

    private static Write keyed(int... key) {
        var bytes = new byte[key.length];
        for (int at = 0; at < key.length; at++) {
            bytes[at] = (byte) key[at];
        }
        return new Write(StateTable.ORDERS, new ByteString(bytes), new ByteString(new byte[0]));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
