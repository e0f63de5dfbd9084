package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.Store;
import justhungry.testing.StraceRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an order costs on the disk of one back end, as strace sees it. Skipped where strace is missing or forbidden. */
class OrderWritesIT {
    private static final int FEW = 20;
    private static final int MANY = 120;

    @TempDir
    private Path directory;

    @Test
    void anOrderIsOneSync_andTwoWrites() throws IOException, InterruptedException {
        var few = calls(FEW);
        var many = calls(MANY);

        assertThat(many.getOrDefault("fdatasync", 0L) - few.getOrDefault("fdatasync", 0L))
                .isEqualTo(MANY - FEW);
        assertThat(many.getOrDefault("write", 0L) - few.getOrDefault("write", 0L))
                .isEqualTo(2 * (MANY - FEW));
    }

    /** The calls of a process that stores so many orders, on the write-ahead log of the database. */
    private Map<String, Long> calls(int orders) throws IOException, InterruptedException {
        var data = Files.createDirectory(directory.resolve(Integer.toString(orders)));
        var logs = Pattern.compile(Pattern.quote(data.toString()) + "/.*\\.log");
        return StraceRecorder.countsOf(
                directory, "fdatasync,write", logs, Orders.class, data.toString(), Integer.toString(orders));
    }

    /** A program that stores orders one by one, as a primary does, in the directory given as its first argument. */
    static final class Orders {
        private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
        private static final UserId ADA = new UserId(0xada, 1);

        private Orders() {}

        public static void main(String[] arguments) {
            var store = RocksStore.open(Path.of(arguments[0]), "server1").store();
            var ordering = new Ordering(
                    store.tables(),
                    Catalogue.withDefaultDeliveries(List.of(new Product("apple", new Money(199), 1_000))));
            var opening = ordering.openingPayload();
            append(store, opening);
            ordering.apply(1, 1, opening);
            update(
                    store,
                    ordering,
                    0,
                    new Request.SaveDetails(
                            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green")));
            for (int i = 1; i <= Integer.parseInt(arguments[1]); i++) {
                update(
                        store,
                        ordering,
                        i,
                        new Request.PlaceOrder(List.of(new BasketItem("apple", 1)), "NEXT_DAY", Money.ZERO));
            }
            Runtime.getRuntime().halt(0); // Closing the store would write more.
        }

        private static void update(Store store, Ordering ordering, long client, Request.Update update) {
            long index = store.log().lastIndex() + 1;
            var id = new RequestId(new ClientId(0, client), 1);
            var decision = ordering.decide(List.of(new Envelope(id, index - 1, ADA, update)), 1, index, NOON);
            append(store, decision.payload());
            ordering.commit(decision);
        }

        private static void append(Store store, byte[] payload) {
            long last = store.log().lastIndex();
            store.log().append(List.of(Entry.of(last + 1, 1, store.log().checksumAt(last), payload)));
        }
    }
}
