package justhungry.backend.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.CountingTables;
import justhungry.backend.replication.DurableLog;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.InMemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryApplierTest {
    private static final Catalogue CATALOGUE =
            Catalogue.withDefaultDeliveries(List.of(new Product("apple", new Money(199), 1_000)));
    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private final InMemoryStore primary = new InMemoryStore("server1");
    private final Ordering deciding = new Ordering(primary.tables(), CATALOGUE);
    private final InMemoryStore replica = new InMemoryStore("server2");
    private final CountingTables tables = new CountingTables(replica.tables());
    private final EntryApplier applier = new EntryApplier(replica.log(), tables, new Ordering(tables, CATALOGUE));

    @BeforeEach
    void openShop() {
        var opening = deciding.openingPayload();
        primary.log().append(entry(1, opening, primary.log()));
        store(1, opening);
        deciding.apply(1, 1, opening);
        decide(new Envelope(new RequestId(new ClientId(0, 99), 1), 0, ThreeNodes.ADA, ThreeNodes.DETAILS));
    }

    @Test
    void severalEntriesAreOneWrite_withTheStateThatTheyHaveOneByOne() {
        orders(10);

        applier.onCommitted(12);
        assertThat(tables.appliedIndex()).isZero();
        applier.applyCommitted();

        assertThat(tables.writes).isEqualTo(1);
        assertThat(tables.appliedIndex()).isEqualTo(12);
        assertThat(rows(replica)).isEqualTo(rows(primary));
    }

    @Test
    void manyEntriesAreAppliedWithoutBeingAskedFor() {
        orders(EntryApplier.MAX_ENTRIES);

        applier.onCommitted(EntryApplier.MAX_ENTRIES - 1);
        assertThat(tables.writes).isZero();
        applier.onCommitted(EntryApplier.MAX_ENTRIES);

        assertThat(tables.writes).isEqualTo(1);
        assertThat(tables.appliedIndex()).isEqualTo(EntryApplier.MAX_ENTRIES);
    }

    @Test
    void whatIsNotCommittedIsNotApplied() {
        orders(10);

        applier.onCommitted(5);
        applier.applyCommitted();

        assertThat(tables.appliedIndex()).isEqualTo(5);
    }

    /** After a start, or a long time, an entry is in the log alone. */
    @Test
    void entriesThatItWasNotToldOfAreReadFromTheLog() {
        orders(10);
        applier.onStateReplaced();

        applier.onCommitted(12);
        applier.applyCommitted();

        assertThat(rows(replica)).isEqualTo(rows(primary));
    }

    @Test
    void anEntryThatReplacesATruncatedOneIsTheOneThatIsApplied() {
        orders(1);
        replica.log().truncateAfter(2);
        store(3, deciding.openingPayload());

        applier.onCommitted(3);
        applier.applyCommitted();

        assertThat(new Ordering(replica.tables(), CATALOGUE).storedOrders()).isZero();
    }

    private void orders(int number) {
        for (int client = 1; client <= number; client++) {
            decide(new Envelope(new RequestId(new ClientId(0, client), 1), 0, ThreeNodes.ADA, ThreeNodes.order(1)));
        }
    }

    /** The primary decides an entry of one request, and the replica stores it. */
    private void decide(Envelope request) {
        long index = replica.log().lastIndex() + 1;
        var decision = deciding.decide(List.of(request), 1, index, NOON);
        primary.log().append(entry(index, decision.payload(), primary.log()));
        store(index, decision.payload());
        deciding.commit(decision);
    }

    private void store(long index, byte[] payload) {
        var entries = entry(index, payload, replica.log());
        replica.log().append(entries);
        applier.onStored(entries);
    }

    private static List<Entry> entry(long index, byte[] payload, DurableLog log) {
        return List.of(Entry.of(index, 1, log.checksumAt(index - 1), payload));
    }

    private static List<String> rows(InMemoryStore store) {
        try (var snapshot = store.snapshot()) {
            return snapshot.nextRows(Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                    .map(HexFormat.of()::formatHex)
                    .toList();
        }
    }
}
