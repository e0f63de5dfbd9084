package justhungry.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.replication.Entry;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.rocks.RocksStore;
import justhungry.cluster.process.DirectoryTree;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Microbenchmarks of the steps of an order, each for a batch of {@link #BATCH} orders. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepBenchmark {
    private static final int BATCH = 16;
    private static final Catalogue CATALOGUE =
            Catalogue.withDefaultDeliveries(List.of(new Product("banana", new Money(55), 1_000_000_000)));
    private static final Instant NOW = Instant.parse("2026-11-29T09:15:00.123Z");

    /** A shop with one customer, in memory. */
    @State(Scope.Thread)
    public static class BenchmarkShop {
        private final UserId user = UserId.of(UUID.randomUUID());
        private final ClientId client = ClientId.of(UUID.randomUUID());
        private final InMemoryTables tables = new InMemoryTables();
        private final Ordering ordering = new Ordering(tables, CATALOGUE);
        private long sequence;
        private List<Envelope> batch = List.of();
        private byte[] written = {};
        private byte[] payload = {};
        private Ordering replica = ordering;

        @Setup
        public void open() throws IOException {
            ordering.apply(1, 1, ordering.openingPayload());
            ordering.commit(ordering.decide(
                    List.of(envelope(new Request.SaveDetails(
                            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green")))),
                    1,
                    2,
                    NOW));
            batch = LongStream.range(0, BATCH)
                    .mapToObj(any -> envelope(JustHungry.ORDER))
                    .toList();
            written = bytes(new Batch(batch));
            payload = ordering.decide(batch, 1, 3, NOW).payload();
        }

        /** Runs before each application of the entry: it can be applied to a state once. */
        @Setup(Level.Invocation)
        public void copy() {
            replica = new Ordering(tables.copy(), CATALOGUE);
        }

        private Envelope envelope(Request request) {
            return new Envelope(new RequestId(client, ++sequence), 0, user, request);
        }
    }

    /** A store on disk, in the directory for temporary files. */
    @State(Scope.Thread)
    public static class Disk {
        private @Nullable Path directory;
        private @Nullable Store store;

        @Setup
        public void open() throws IOException {
            directory = Files.createTempDirectory("just-hungry-append");
            store = RocksStore.open(directory, "server1").store();
        }

        Store store() {
            return Objects.requireNonNull(store);
        }

        @TearDown
        public void close() {
            store().close();
            DirectoryTree.delete(Objects.requireNonNull(directory));
        }
    }

    @Benchmark
    public Object decide(BenchmarkShop shop) {
        return shop.ordering.decide(shop.batch, 1, 3, NOW);
    }

    @Benchmark
    public Object apply(BenchmarkShop shop) {
        shop.replica.apply(1, 3, shop.payload);
        return shop.replica;
    }

    @Benchmark
    public Object encode(BenchmarkShop shop) throws IOException {
        return bytes(new Batch(shop.batch));
    }

    @Benchmark
    public Object decode(BenchmarkShop shop) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(shop.written))) {
            return in.readObject();
        }
    }

    /** One entry, synced. */
    @Benchmark
    public Object append(Disk disk, BenchmarkShop shop) {
        var log = disk.store().log();
        var entry = Entry.of(log.lastIndex() + 1, 1, log.checksumAt(log.lastIndex()), shop.payload);
        log.append(List.of(entry));
        return entry;
    }

    private static byte[] bytes(Object message) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(message);
        }
        return bytes.toByteArray();
    }
}
