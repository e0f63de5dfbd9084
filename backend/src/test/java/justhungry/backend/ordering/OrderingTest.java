package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.ADAS_DETAILS;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.codec.Limits;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.state.EntryPayload;
import justhungry.backend.ordering.table.CountingTables;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.ordering.table.StateTable;
import org.junit.jupiter.api.Test;

public class OrderingTest {
    private static final ClientId CLIENT = new ClientId(7, 7);

    private final OrderingHarness shop = OrderingHarness.withAda();

    @Test
    void eachUpdateOfABatchSeesTheChangesOfThoseBefore() {
        var replies = shop.sendTogether(
                shop.envelope(new ClientId(7, 1), 1, ADA, order("kale", 4)),
                shop.envelope(new ClientId(7, 2), 1, ADA, order("kale", 4)),
                shop.envelope(new ClientId(7, 3), 1, ADA, OrderingHarness.cancel(1)),
                shop.envelope(new ClientId(7, 4), 1, ADA, order("kale", 4)));

        assertThat(replies.get(1).response()).isInstanceOf(Response.Refused.class);
        assertThat(replies.get(3).response()).isInstanceOf(Response.OrderPlaced.class);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.revision()).isEqualTo(3))
                .allSatisfy(reply -> assertThat(reply.epoch()).isEqualTo(OrderingHarness.EPOCH));
        assertThat(shop.stock("kale")).isEqualTo(2);
    }

    @Test
    void aDecisionShowsNowhereBeforeItIsCommitted() {
        var before = shop.tables.copy();

        shop.ordering.decide(List.of(orderKale()), OrderingHarness.EPOCH, 3, OrderingHarness.NOW);

        assertThat(shop.stock("kale")).isEqualTo(6);
        assertThat(shop.ordering.storedOrders()).isZero();
        assertSameTables(shop.tables, before);
    }

    @Test
    void aDiscardedDecisionLeavesNoTraceAndIsDecidedTheSameAgain() {
        var updates = List.of(orderKale());
        var discarded = shop.ordering.decide(updates, OrderingHarness.EPOCH, 3, OrderingHarness.NOW);

        var again = shop.ordering.decide(updates, OrderingHarness.EPOCH, 3, OrderingHarness.NOW);

        assertThat(again.payload()).isEqualTo(discarded.payload());
        assertThat(again.replies()).isEqualTo(discarded.replies());
    }

    @Test
    void whatAnotherPrimaryDecidedIsAppliedAfterADiscard() {
        var discarded = shop.ordering.decide(List.of(orderKale()), OrderingHarness.EPOCH, 3, OrderingHarness.NOW);

        shop.ordering.apply(OrderingHarness.EPOCH, 3, EntryPayload.opening(List.of()));

        assertThat(shop.stock("kale")).isEqualTo(6);
        assertThatThrownBy(() -> shop.ordering.commit(discarded)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDecisionIsCommittedOnce_andOnlyOnTheStateItWasMadeOn() {
        var first = shop.ordering.decide(List.of(orderKale()), OrderingHarness.EPOCH, 3, OrderingHarness.NOW);
        var second = shop.ordering.decide(List.of(orderKale()), OrderingHarness.EPOCH, 3, OrderingHarness.NOW);

        shop.ordering.commit(first);

        assertThatThrownBy(() -> shop.ordering.commit(first)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.ordering.commit(second)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.ordering.apply(OrderingHarness.EPOCH, 3, first.payload()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anEntryIsNeitherSkippedNorAppliedTwice() {
        var payload = shop.ordering.openingPayload();

        assertThatThrownBy(() -> shop.ordering.apply(OrderingHarness.EPOCH, 2, payload))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.ordering.apply(OrderingHarness.EPOCH, 4, payload))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> shop.ordering.decide(List.of(), OrderingHarness.EPOCH, 4, OrderingHarness.NOW))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstPrimaryLoadsItsCatalogueAndLaterOnesNone() {
        var tables = new InMemoryTables();
        var ordering = new Ordering(tables, OrderingHarness.CATALOGUE);

        ordering.apply(OrderingHarness.EPOCH, 1, ordering.openingPayload());

        assertThat(ordering.read(ADA, new Request.ListProducts()))
                .isEqualTo(new Response.Products(OrderingHarness.CATALOGUE.products(), Catalogue.DEFAULT_DELIVERIES));
        assertThat(EntryPayload.decode(ordering.openingPayload()).changes()).isEmpty();
    }

    @Test
    void aCatalogueThatComesSecondGivesNoNewStock() {
        shop.send(ADA, order("kale", 6));
        var other = List.of(new Product("kale", new Money(1), 100), new Product("pear", new Money(1), 1));
        var openingOfAnEmptyState =
                new Ordering(new InMemoryTables(), Catalogue.withDefaultDeliveries(other)).openingPayload();

        shop.ordering.apply(OrderingHarness.EPOCH, 4, openingOfAnEmptyState);

        assertThat(shop.stock("kale")).isZero();
        var products = (Response.Products) shop.ordering.read(ADA, new Request.ListProducts());
        assertThat(products.products()).extracting(Product::name).containsExactly("kale", "apple", "flour");
    }

    @Test
    void aCatalogueMustHaveProductsAndDeliveriesAndEachOnce() {
        var kale = new Product("kale", new Money(1), 1);
        var twice = List.of(kale, new Product("Kale", new Money(2), 1));
        var drone = new Delivery("DRONE", "by drone", new Money(900));

        assertThatThrownBy(() -> Catalogue.withDefaultDeliveries(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kale is in the catalogue twice");
        assertThatThrownBy(() -> Catalogue.withDefaultDeliveries(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Catalogue(List.of(kale), List.of(drone, drone)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DRONE is in the catalogue twice");
        assertThatThrownBy(() -> new Catalogue(List.of(kale), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no deliveries");
    }

    @Test
    void whatWouldNotFitIntoAnEntryIsRefused() {
        var tooManyProducts = IntStream.rangeClosed(0, Limits.PRODUCTS)
                .mapToObj(i -> new Product("p" + i, new Money(9), 1))
                .toList();
        var tooManyUpdates = Collections.nCopies(Ordering.MAX_UPDATES_PER_ENTRY + 1, orderKale());

        assertThatThrownBy(() -> Catalogue.withDefaultDeliveries(tooManyProducts))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shop.ordering.decide(tooManyUpdates, OrderingHarness.EPOCH, 3, OrderingHarness.NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDamagedPayloadWritesNothing() {
        var before = shop.tables.copy();
        var payload = shop.ordering
                .decide(List.of(orderKale()), OrderingHarness.EPOCH, 3, OrderingHarness.NOW)
                .payload();
        payload[payload.length - 1] = (byte) 0x80;

        assertThatThrownBy(() -> shop.ordering.apply(OrderingHarness.EPOCH, 3, payload))
                .isInstanceOf(IllegalArgumentException.class);
        assertSameTables(shop.tables, before);
    }

    @Test
    void anOrderIsDecidedWithAHandfulOfReadsHoweverManyAreStored() {
        int few = readsOfOneOrder();
        for (int i = 0; i < 9; i++) {
            shop.send(ADA, order("apple", 1));
        }

        assertThat(readsOfOneOrder()).isEqualTo(few).isLessThan(20);
    }

    @Test
    void aFullBatchOfTheLargestUpdatesFitsIntoAnEntry() {
        var catalogue = IntStream.range(0, Limits.PRODUCTS)
                .mapToObj(i -> new Product("€".repeat(56) + i, new Money(9), Limits.QUANTITY))
                .toList();
        var large = new OrderingHarness(catalogue, Ordering.DEFAULT_KEPT_REPLIES);
        large.send(ADA, new Request.SaveDetails(ADAS_DETAILS));

        assertThat(payloadOfFullBatch(large, largeOrder(catalogue))).isLessThan(Limits.ENTRY_BYTES - 100);
        assertThat(payloadOfFullBatch(large, largeDetails())).isLessThan(Limits.ENTRY_BYTES - 100);
        assertThat(new Ordering(new InMemoryTables(), Catalogue.withDefaultDeliveries(catalogue)).openingPayload())
                .hasSizeLessThan(Limits.ENTRY_BYTES - 100);
    }

    private static Request.Update largeOrder(List<Product> catalogue) {
        var items = catalogue.stream()
                .skip(Limits.PRODUCTS - Limits.ITEMS_PER_ORDER)
                .map(product -> new BasketItem(product.name(), 900_000))
                .toList();
        return new Request.PlaceOrder(items, "TWO_HOURS", new Money(100_000_000));
    }

    private static Request.Update largeDetails() {
        return new Request.SaveDetails(new ContactDetails(
                "€".repeat(Limits.NAME_CHARS),
                "€".repeat(Limits.NAME_CHARS),
                "1".repeat(Limits.PHONE_CHARS),
                "€".repeat(Limits.POSTCODE_CHARS),
                "€".repeat(Limits.ADDRESS_CHARS)));
    }

    private static int payloadOfFullBatch(OrderingHarness shop, Request.Update update) {
        var updates = new ArrayList<Envelope>();
        for (int i = 0; i < Ordering.MAX_UPDATES_PER_ENTRY; i++) {
            updates.add(shop.envelope(new ClientId(1, i), 1, ADA, update));
        }
        var decision = shop.ordering.decide(updates, OrderingHarness.EPOCH, 3, OrderingHarness.NOW);
        assertThat(decision.replies()).noneMatch(reply -> reply.response() instanceof Response.Refused);
        return decision.payload().length;
    }

    private int readsOfOneOrder() {
        var counting = new CountingTables(shop.tables);
        var ordering = new Ordering(counting, OrderingHarness.CATALOGUE);
        var update = shop.envelope(CLIENT, 1, ADA, order("apple", 1));
        ordering.decide(List.of(update), OrderingHarness.EPOCH, shop.tables.appliedIndex() + 1, OrderingHarness.NOW);
        assertThat(counting.keysScanned).isZero();
        return counting.gets;
    }

    private Envelope orderKale() {
        return shop.envelope(CLIENT, 1, ADA, order("kale", 1));
    }

    public static void assertSameTables(InMemoryTables one, InMemoryTables other) {
        assertThat(one.appliedIndex()).isEqualTo(other.appliedIndex());
        StateTable.ALL.forEach(
                table -> assertThat(one.rows(table)).as("%s", table).isEqualTo(other.rows(table)));
    }
}
