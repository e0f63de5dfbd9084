package justhungry.backend.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StagedTables;
import justhungry.backend.ordering.table.StateTable;
import justhungry.backend.ordering.table.TableKeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of several clients, with repeats, late copies, reused ids, batches and discarded decisions. A
 * primary decides and commits; a replica applies the payloads; a ledger adds up the first replies.
 */
class RandomUpdatesTest {
    private static final int CLIENTS = 6;
    private static final int BATCHES = 300;
    private static final List<Product> CATALOGUE = List.of(
            new Product("kale", new Money(99), 12),
            new Product("apple", new Money(199), 40),
            new Product("flour", new Money(455), 0));

    /** The first reply to each request; a request that is answered again must get the same. */
    private final Map<RequestId, Reply.Answered> firstReplies = new HashMap<>();

    private final Map<String, Integer> inOrders = new HashMap<>();
    private final Set<OrderId> placed = new HashSet<>();
    private final List<Envelope> sent = new ArrayList<>();
    private final long[] sequences = new long[CLIENTS];

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void stockIsConservedAndReplicasEqualThePrimary(long seed) {
        var random = new Random(seed);
        int kept = random.nextBoolean() ? 4 : 1_000;
        var primary = new OrderingHarness(CATALOGUE, kept);
        var replicaTables = new InMemoryTables();
        var replica = new Ordering(replicaTables, Catalogue.withDefaultDeliveries(CATALOGUE));
        replica.apply(OrderingHarness.EPOCH, 1, replica.openingPayload());

        for (int i = 0; i < BATCHES; i++) {
            long index = primary.tables.appliedIndex() + 1;
            var updates = randomBatch(random, index - 1);
            var decision = decide(primary.ordering, random, updates, index);
            primary.ordering.commit(decision);
            replica.apply(OrderingHarness.EPOCH, index, decision.payload());
            check(updates, decision.replies(), index);
            assertStockIsConserved(primary);
        }

        OrderingTest.assertSameTables(replicaTables, primary.tables);
        assertThat(primary.ordering.storedOrders()).isEqualTo(placed.size()).isGreaterThan(20);
        assertTablesAgree(primary.tables);
    }

    private BatchDecision decide(Ordering primary, Random random, List<Envelope> updates, long index) {
        var decision = primary.decide(updates, OrderingHarness.EPOCH, index, OrderingHarness.NOW);
        if (random.nextInt(4) > 0) {
            return decision;
        }
        var again = primary.decide(updates, OrderingHarness.EPOCH, index, OrderingHarness.NOW);
        assertThat(again.payload()).isEqualTo(decision.payload());
        return again;
    }

    private List<Envelope> randomBatch(Random random, long seen) {
        var batch = new ArrayList<Envelope>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            batch.add(randomEnvelope(random, seen));
        }
        return batch;
    }

    /** Mostly a new request; else an exact copy of an old one, or an old id with another content. */
    private Envelope randomEnvelope(Random random, long seen) {
        int choice = sent.isEmpty() ? 9 : random.nextInt(10);
        if (choice < 3) {
            return earlier(random, choice == 0 ? 500 : 8);
        }
        if (choice == 3) {
            var first = earlier(random, 8);
            var other = new Request.SaveDetails(details("reused" + sent.size()));
            return new Envelope(first.id(), first.seenRevision(), first.user(), other);
        }
        int client = random.nextInt(CLIENTS);
        var user = new UserId(100, client % 3);
        sequences[client]++;
        var id = new RequestId(new ClientId(200, client), sequences[client]);
        var fresh = new Envelope(id, seen, user, randomUpdate(random));
        sent.add(fresh);
        return fresh;
    }

    private Envelope earlier(Random random, int farBack) {
        return sent.get(sent.size() - 1 - random.nextInt(Math.min(sent.size(), farBack)));
    }

    private Request.Update randomUpdate(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Request.SaveDetails(details("Street " + random.nextInt(3)));
            case 1, 2 -> new Request.CancelOrder(new OrderId(1 + random.nextInt(placed.size() + 2)));
            default -> randomOrder(random);
        };
    }

    private static Request.PlaceOrder randomOrder(Random random) {
        var items = new ArrayList<BasketItem>();
        items.add(new BasketItem("apple", 1 + random.nextInt(9)));
        if (random.nextBoolean()) {
            items.add(new BasketItem("kale", 1 + random.nextInt(4)));
        }
        if (random.nextInt(8) == 0) {
            items.add(new BasketItem(random.nextBoolean() ? "flour" : "unicorn", 1));
        }
        return new Request.PlaceOrder(items, "SAME_DAY", new Money(random.nextInt(300)));
    }

    private static ContactDetails details(String address) {
        return new ContactDetails("A", "B", "1", "DH1 3LE", address);
    }

    private void check(List<Envelope> updates, List<Reply.Answered> replies, long index) {
        for (int i = 0; i < updates.size(); i++) {
            var reply = replies.get(i);
            if (reply.revision() < index) {
                assertThat(reply).isEqualTo(firstReplies.get(updates.get(i).id()));
            } else if (!(reply.response() instanceof Response.Refused)) {
                enter(updates.get(i).id(), reply);
            } else {
                firstReplies.putIfAbsent(updates.get(i).id(), reply);
            }
        }
    }

    private void enter(RequestId id, Reply.Answered reply) {
        var earlier = firstReplies.putIfAbsent(id, reply);
        if (earlier != null) {
            assertThat(reply).as("a repeat in the same batch").isEqualTo(earlier);
        } else if (reply.response() instanceof Response.OrderPlaced placement) {
            assertThat(placed.add(placement.order().id())).isTrue();
            book(placement.order(), 1);
        } else if (reply.response() instanceof Response.OrderCancelled cancellation) {
            book(cancellation.order(), -1);
        }
    }

    private void book(Order order, int sign) {
        order.lines().forEach(line -> inOrders.merge(line.product(), sign * line.quantity(), Integer::sum));
    }

    private void assertStockIsConserved(OrderingHarness shop) {
        for (var product : CATALOGUE) {
            int left = shop.stock(product.name());
            assertThat(left).isNotNegative();
            assertThat(left + inOrders.getOrDefault(product.name(), 0))
                    .as("%s left and in orders", product.name())
                    .isEqualTo(product.stock());
        }
    }

    private static void assertTablesAgree(InMemoryTables tables) {
        var state = new ShopState(new StagedTables(tables));
        var active = tables.rows(StateTable.ORDERS_BY_CUSTOMER).keySet().stream()
                .filter(key ->
                        state.knownOrder(TableKeys.orderIn(key.array())).order().status() == Order.Status.ACTIVE)
                .toList();
        assertThat(tables.rows(StateTable.ACTIVE_BY_CUSTOMER).keySet()).containsExactlyElementsOf(active);
        assertThat(tables.rows(StateTable.ORDERS_BY_CUSTOMER)).hasSameSizeAs(tables.rows(StateTable.ORDERS));
    }
}
