package justhungry.backend.ordering;

import java.time.Instant;
import java.util.List;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.InMemoryTables;

/** The ordering of one back end, driven as a primary drives it: every batch becomes an entry, decided and committed. */
public final class OrderingHarness {
    public static final long EPOCH = 4;
    public static final UserId ADA = new UserId(0xada, 1);
    public static final UserId BOB = new UserId(0xb0b, 2);
    public static final ContactDetails ADAS_DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");
    public static final Catalogue CATALOGUE = Catalogue.withDefaultDeliveries(List.of(
            new Product("kale", new Money(99), 6),
            new Product("apple", new Money(199), 15),
            new Product("flour", new Money(455), 0)));

    /** The time that a primary's clock shows at first. */
    public static final Instant NOW = Instant.parse("2026-11-29T09:15:00.123Z");

    public final InMemoryTables tables = new InMemoryTables();
    public final Ordering ordering;
    public Instant clock = NOW;
    private long clients;

    public OrderingHarness(List<Product> products, int keptReplies) {
        this(Catalogue.withDefaultDeliveries(products), keptReplies);
    }

    public OrderingHarness(Catalogue catalogue, int keptReplies) {
        ordering = new Ordering(tables, catalogue, keptReplies);
        ordering.apply(EPOCH, 1, ordering.openingPayload());
    }

    /** A shop with the catalogue, in which Ada has saved her details. */
    public static OrderingHarness withAda() {
        var shop = new OrderingHarness(CATALOGUE, Ordering.DEFAULT_KEPT_REPLIES);
        shop.send(ADA, new Request.SaveDetails(ADAS_DETAILS));
        return shop;
    }

    /** Carries out an update of a new client, which has seen the newest revision. */
    public Response send(UserId user, Request.Update update) {
        clients++;
        return send(envelope(new ClientId(0, clients), 1, user, update)).response();
    }

    public Reply.Answered send(Envelope update) {
        return sendTogether(update).get(0);
    }

    public List<Reply.Answered> sendTogether(Envelope... updates) {
        long index = tables.appliedIndex() + 1;
        var decision = ordering.decide(List.of(updates), EPOCH, index, clock);
        ordering.commit(decision);
        return decision.replies();
    }

    /** An update of a client that has seen the newest revision. */
    public Envelope envelope(ClientId client, long sequence, UserId user, Request.Update update) {
        return new Envelope(new RequestId(client, sequence), tables.appliedIndex(), user, update);
    }

    public int stock(String product) {
        var products = (Response.Products) ordering.read(ADA, new Request.ListProducts());
        return products.products().stream()
                .filter(candidate -> candidate.name().equals(product))
                .findFirst()
                .orElseThrow()
                .stock();
    }

    List<Long> orderNumbers(UserId user) {
        var orders = (Response.Orders) ordering.read(user, new Request.ViewOrders(null, 100));
        return orders.orders().stream().map(order -> order.id().number()).toList();
    }

    public static Request.PlaceOrder order(BasketItem... items) {
        return new Request.PlaceOrder(List.of(items), "NEXT_DAY", Money.ZERO);
    }

    public static Request.PlaceOrder order(String product, int quantity) {
        return order(new BasketItem(product, quantity));
    }

    public static Request.CancelOrder cancel(long number) {
        return new Request.CancelOrder(new OrderId(number));
    }
}
