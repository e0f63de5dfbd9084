package justhungry.backend.ordering;

import java.util.List;
import justhungry.api.ClientId;
import justhungry.api.ContactDetails;
import justhungry.api.Delivery;
import justhungry.api.Envelope;
import justhungry.api.Item;
import justhungry.api.Money;
import justhungry.api.OrderId;
import justhungry.api.Product;
import justhungry.api.Reply;
import justhungry.api.Request;
import justhungry.api.RequestId;
import justhungry.api.Response;
import justhungry.api.UserId;

/** The ordering of one back end, driven as a primary drives it: every batch becomes an entry, decided and committed. */
final class Shop {
    static final long EPOCH = 4;
    static final UserId ADA = new UserId(0xada, 1);
    static final UserId BOB = new UserId(0xb0b, 2);
    static final ContactDetails ADAS_DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");
    static final List<Product> CATALOGUE = List.of(
            new Product("kale", new Money(99), 6),
            new Product("apple", new Money(199), 15),
            new Product("flour", new Money(455), 0));

    final InMemoryTables tables = new InMemoryTables();
    final Ordering ordering;
    private long clients;

    Shop(List<Product> catalogue, int keptReplies) {
        ordering = new Ordering(tables, catalogue, keptReplies);
        ordering.apply(1, ordering.openingPayload());
    }

    /** A shop with the catalogue, in which Ada has saved her details. */
    static Shop withAda() {
        var shop = new Shop(CATALOGUE, Ordering.KEPT_REPLIES);
        shop.send(ADA, new Request.SaveDetails(ADAS_DETAILS));
        return shop;
    }

    /** Carries out an update of a new client, which has seen the newest revision. */
    Response send(UserId user, Request.Update update) {
        clients++;
        return send(envelope(new ClientId(0, clients), 1, user, update)).response();
    }

    Reply.Answered send(Envelope update) {
        return sendTogether(update).get(0);
    }

    List<Reply.Answered> sendTogether(Envelope... updates) {
        long index = tables.appliedIndex() + 1;
        var decision = ordering.decide(List.of(updates), EPOCH, index);
        ordering.commitDecided(index);
        return decision.replies();
    }

    /** An update of a client that has seen the newest revision. */
    Envelope envelope(ClientId client, long sequence, UserId user, Request.Update update) {
        return new Envelope(new RequestId(client, sequence), tables.appliedIndex(), user, update);
    }

    int stock(String product) {
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

    static Request.PlaceOrder order(Item... items) {
        return new Request.PlaceOrder(List.of(items), Delivery.NEXT_DAY, Money.ZERO);
    }

    static Request.PlaceOrder order(String product, int quantity) {
        return order(new Item(product, quantity));
    }

    static Request.CancelOrder cancel(long number) {
        return new Request.CancelOrder(new OrderId(number));
    }
}
