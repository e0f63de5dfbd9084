package justhungry.backend.node;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.SnapshotChunk;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.InMemoryStore;
import justhungry.backend.storage.Store.StateSnapshot;

/** Three nodes whose calls arrive when the test delivers them. The first is made primary, with the second in sync. */
public final class ThreeNodes {
    public static final UserId ADA = new UserId(0xada, 1);
    static final Request.Update DETAILS = new Request.SaveDetails(
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green"));

    public final InMemoryStore store1 = new InMemoryStore("server1");
    public final InMemoryStore store2 = new InMemoryStore("server2");
    final InMemoryStore store3 = new InMemoryStore("server3");
    public final BackendNode primary = node(store1);
    public final BackendNode replica = node(store2);
    final BackendNode newcomer = node(store3);
    final View view = new View(1, store1.member(), List.of(store1.member(), store2.member()));
    private final Map<Member, BackendNode> nodes =
            Map.of(store1.member(), primary, store2.member(), replica, store3.member(), newcomer);
    private final Deque<Runnable> calls = new ArrayDeque<>();
    private final Map<Long, List<Reply>> replies = new HashMap<>();
    final List<String> versionsNeeded = new ArrayList<>();
    final List<String> refused = new ArrayList<>();
    int viewQuestions;
    private Duration now = Duration.ZERO;
    private Instant clock = Instant.parse("2026-11-29T09:15:00.123456Z");
    private long snapshots;
    private long appends;

    /** Nodes of which the first serves. */
    static ThreeNodes serving() {
        var nodes = new ThreeNodes();
        nodes.serve();
        return nodes;
    }

    /** Lets the first become primary, until it serves. */
    public void serve() {
        primary.onView(View.NONE, now);
        primary.onView(view, now);
        replica.onView(view, now);
        deliverAll();
    }

    Member newcomerMember() {
        return store3.member();
    }

    /** Sets the time of day. */
    void setClock(Instant time) {
        clock = time;
    }

    Duration now() {
        return now;
    }

    /** The number of snapshots that were sent until now. */
    long snapshots() {
        return snapshots;
    }

    /** The number of appends that were sent until now. */
    long appends() {
        return appends;
    }

    /** Sends the primary a request of a client that has this number, and lets it flush. */
    void send(long client, Request request) {
        submit(primary, client, request);
        primary.flush(now);
    }

    /** Hands a request over, without a flush. */
    void submit(BackendNode to, long client, Request request) {
        submit(to, client, request, replies(client)::add);
    }

    /** The same, with a receiver of the reply. */
    void submit(BackendNode to, long client, Request request, Consumer<Reply> answer) {
        var envelope = new Envelope(new RequestId(new ClientId(0, client), 1), 0, ADA, request);
        to.onRequest(envelope, answer, now);
    }

    /** Hands the primary a request that it can carry out at once. */
    public void submitDetails(Consumer<Reply> answer) {
        submit(primary, 99, DETAILS, answer);
    }

    /** The replies to the client until now. */
    List<Reply> replies(long client) {
        return replies.computeIfAbsent(client, any -> new ArrayList<>());
    }

    /** Delivers and answers every call, those that follow from it too. */
    void deliverAll() {
        while (!calls.isEmpty()) {
            calls.remove().run();
        }
    }

    /** Lets time pass for the primary. Calls do not arrive. */
    void waitFor(Duration time) {
        var end = now.plus(time);
        while (now.compareTo(end) < 0) {
            now = now.plusMillis(20);
            primary.onTick(now);
            primary.flush(now);
        }
    }

    public static Request.Update order(int apples) {
        return new Request.PlaceOrder(List.of(new BasketItem("apple", apples)), "NEXT_DAY", Money.ZERO);
    }

    private BackendNode node(InMemoryStore store) {
        var ordering = new Ordering(
                store.tables(), Catalogue.withDefaultDeliveries(List.of(new Product("apple", new Money(199), 15))));
        return new BackendNode(
                store, ordering, new DelayedTransport(store.member()), ReplicationConfig.DEFAULT, () -> clock);
    }

    /** The transport of one node: its calls wait until the test delivers them. The register never answers. */
    private final class DelayedTransport implements Transport {
        private final Member self;

        DelayedTransport(Member self) {
            this.self = self;
        }

        @Override
        public void send(Member to, long call, Append append) {
            appends++;
            calls.add(() -> peer(to).onAppend(append, answer -> peer(self).onAnswer(to, call, answer, now), now));
        }

        @Override
        public void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot) {
            snapshots++;
            sendChunk(to, call, epoch, snapshot, 0, new CRC32C());
        }

        private void sendChunk(Member to, long call, long epoch, StateSnapshot snapshot, int number, CRC32C checksum) {
            var rows = snapshot.nextRows(2, 1_000);
            rows.forEach(checksum::update);
            var chunk = new SnapshotChunk(
                    self,
                    epoch,
                    snapshot.index(),
                    snapshot.epoch(),
                    snapshot.checksum(),
                    number,
                    rows,
                    (int) checksum.getValue(),
                    rows.isEmpty());
            calls.add(() -> peer(to).onChunk(
                            chunk,
                            answer -> {
                                peer(self).onAnswer(to, call, answer, now);
                                if (answer instanceof AppendResponse.ChunkAccepted) {
                                    sendChunk(to, call, epoch, snapshot, number + 1, checksum);
                                }
                            },
                            now));
        }

        private BackendNode peer(Member member) {
            var node = nodes.get(member);
            if (node == null) {
                throw new IllegalArgumentException("unknown member " + member);
            }
            return node;
        }

        @Override
        public void cancelCall(Member to) {
            // A call that is not delivered has ended already.
        }

        @Override
        public void propose(View expected, View next) {
            // The register does not answer.
        }

        @Override
        public void queryRegister(long ticket) {
            // The register does not answer.
        }

        /** The register holds the newest view that a test has told a node of. */
        @Override
        public void learnView() {
            viewQuestions++;
            calls.add(() -> peer(self).onViewLearned(newestView(), now));
        }

        private View newestView() {
            return nodes.values().stream()
                    .map(node -> node.status().view())
                    .max(Comparator.comparingLong(View::epoch))
                    .orElseThrow();
        }

        @Override
        public void senderRefused(long epoch, long index, String why) {
            refused.add(why);
        }

        @Override
        public void versionNeeded(long epoch, long index, String why) {
            versionsNeeded.add(why);
        }

        @Override
        public void roleChanged(BackendRole role, long epoch, long index, String why) {
            // The tests check the status.
        }
    }
}
