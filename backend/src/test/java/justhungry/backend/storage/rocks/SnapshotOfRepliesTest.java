package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.BatchDecision;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.OrderingHarness;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreContents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trap C2: the kept replies in a snapshot. A back end that installed it knows the same requests as the one that sent
 * it.
 */
class SnapshotOfRepliesTest {
    private static final int KEPT_REPLIES = 2;
    private static final long EPOCH = 1;
    private static final UserId ADA = new UserId(0xada, 1);
    private static final List<Product> CATALOGUE = List.of(new Product("kale", new Money(99), 6));
    private static final Envelope DETAILS = envelope(
            1,
            new Request.SaveDetails(
                    new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green")));
    private static final Envelope ORDER = envelope(2, kale(2));

    @TempDir
    private Path folder;

    private BackEnd sender;
    private BackEnd receiver;
    private BatchDecision ordered;

    @BeforeEach
    void orderAndSendSnapshot() {
        sender = BackEnd.open(folder, "server1");
        receiver = BackEnd.open(folder, "server2");
        sender.loadCatalogue();
        sender.carryOut(DETAILS);
        ordered = sender.carryOut(ORDER);
        sendSnapshot();
    }

    @AfterEach
    void close() {
        sender.store().close();
        receiver.store().close();
    }

    @Test
    void whenARequestIsSentAgainWhereTheSnapshotWasInstalled_thenItGetsTheFirstReply_andIsNotCarriedOut() {
        var again = receiver.carryOut(ORDER);

        assertThat(ordered.replies().get(0).response()).isInstanceOf(Response.OrderPlaced.class);
        assertThat(again.replies()).isEqualTo(ordered.replies());
        assertThat(receiver.ordering().storedOrders()).isEqualTo(1);
        assertThat(receiver.rows()).containsExactlyElementsOf(sender.rows());
    }

    @Test
    void whenOneReplyAfterTheOtherIsForgotten_thenItIsTheSameOneAtBoth() {
        for (long client = 3; client < 3 + 2 * KEPT_REPLIES; client++) {
            sender.carryOut(envelope(client, kale(1)));
            receiver.carryOut(envelope(client, kale(1)));

            assertThat(receiver.rows()).containsExactlyElementsOf(sender.rows());
        }
    }

    private void sendSnapshot() {
        try (var snapshot = sender.store().snapshot()) {
            receiver.store().beginSnapshot(snapshot.index(), snapshot.epoch(), snapshot.checksum());
            receiver.store().addRows(StoreContents.allRows(snapshot));
        }
        receiver.store().finishSnapshot();
    }

    private static Request.Update kale(int quantity) {
        return new Request.PlaceOrder(List.of(new BasketItem("kale", quantity)), "NEXT_DAY", Money.ZERO);
    }

    /** The only request of its client. */
    private static Envelope envelope(long client, Request.Update update) {
        return new Envelope(new RequestId(new ClientId(0, client), 1), 0, ADA, update);
    }

    /** A back end's store and its ordering. */
    private record BackEnd(Store store, Ordering ordering) {
        static BackEnd open(Path folder, String name) {
            var store = RocksStore.open(folder.resolve(name), name).store();
            return new BackEnd(
                    store, new Ordering(store.tables(), Catalogue.withDefaultDeliveries(CATALOGUE), KEPT_REPLIES));
        }

        void loadCatalogue() {
            var payload = ordering.openingPayload();
            append(payload);
            ordering.apply(EPOCH, store.log().lastIndex(), payload);
        }

        BatchDecision carryOut(Envelope update) {
            long index = store.log().lastIndex() + 1;
            var decision = ordering.decide(List.of(update), EPOCH, index, OrderingHarness.NOW);
            append(decision.payload());
            ordering.commit(decision);
            return decision;
        }

        List<byte[]> rows() {
            return StoreContents.rowsOf(store);
        }

        private void append(byte[] payload) {
            var log = store.log();
            log.append(List.of(Entry.of(log.lastIndex() + 1, EPOCH, log.checksumAt(log.lastIndex()), payload)));
        }
    }
}
