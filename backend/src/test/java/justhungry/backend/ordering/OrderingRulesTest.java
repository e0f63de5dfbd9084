package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.ADAS_DETAILS;
import static justhungry.backend.ordering.OrderingHarness.BOB;
import static justhungry.backend.ordering.OrderingHarness.cancel;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import justhungry.api.codec.Limits;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.ShopState;
import justhungry.backend.ordering.table.StagedTables;
import org.junit.jupiter.api.Test;

class OrderingRulesTest {
    private final OrderingHarness shop = OrderingHarness.withAda();

    @Test
    void anOrderIsPricedByTheServerAndTakesItsStock() {
        var request = new Request.PlaceOrder(
                List.of(new BasketItem("apple", 2), new BasketItem("kale", 1)), "SAME_DAY", new Money(150));

        var placed = (Response.OrderPlaced) shop.send(ADA, request);

        assertThat(placed.order())
                .isEqualTo(new Order(
                        new OrderId(1),
                        List.of(new OrderLine("apple", 2, new Money(199)), new OrderLine("kale", 1, new Money(99))),
                        new Delivery("SAME_DAY", "same day", new Money(100)),
                        new Money(150),
                        Order.Status.ACTIVE,
                        OrderingHarness.NOW));
        assertThat(placed.order().total()).isEqualTo(new Money(747));
        assertThat(shop.stock("apple")).isEqualTo(13);
        assertThat(shop.stock("kale")).isEqualTo(5);
    }

    @Test
    void theLastPieceCanBeOrderedAndNoMore() {
        assertThat(shop.send(ADA, order("kale", 6))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(shop.stock("kale")).isZero();
        assertRefused(shop.send(ADA, order("kale", 1)), RefusalReason.OUT_OF_STOCK, "no kale is left");
    }

    @Test
    void anOrderOfMoreThanThereIsTakesNothingForAnyLine() {
        var response = shop.send(ADA, order(new BasketItem("apple", 15), new BasketItem("kale", 7)));

        assertRefused(response, RefusalReason.OUT_OF_STOCK, "kale", "only 6 left", "asked for 7");
        assertThat(shop.stock("apple")).isEqualTo(15);
        assertThat(shop.stock("kale")).isEqualTo(6);
        assertThat(shop.orderNumbers(ADA)).isEmpty();
    }

    @Test
    void anUnknownProductIsNamedBeforeAnyLackOfStock() {
        var response = shop.send(ADA, order(new BasketItem("flour", 1), new BasketItem("unicorn", 1)));

        assertRefused(response, RefusalReason.UNKNOWN_PRODUCT, "unicorn");
    }

    @Test
    void whoeverHasNoDetailsCannotOrder() {
        assertRefused(shop.send(BOB, order("apple", 1)), RefusalReason.NO_DETAILS, "contact details");
        assertThat(shop.stock("apple")).isEqualTo(15);
    }

    @Test
    void ordersAreNumberedFromOneAndARefusalUsesNoNumber() {
        shop.send(ADA, order("apple", 1));
        shop.send(ADA, order("flour", 1));
        shop.send(ADA, order("apple", 1));

        assertThat(shop.orderNumbers(ADA)).containsExactly(2L, 1L);
        assertThat(shop.ordering.storedOrders()).isEqualTo(2);
    }

    @Test
    void aCancelledOrderGivesItsStockBackOnce() {
        shop.send(ADA, order(new BasketItem("apple", 3), new BasketItem("kale", 6)));

        var cancelled = (Response.OrderCancelled) shop.send(ADA, cancel(1));

        assertThat(cancelled.order().status()).isEqualTo(Order.Status.CANCELLED);
        assertRefused(shop.send(ADA, cancel(1)), RefusalReason.NOT_ACTIVE, "order 1");
        assertThat(shop.stock("apple")).isEqualTo(15);
        assertThat(shop.stock("kale")).isEqualTo(6);
    }

    @Test
    void anotherPersonsOrderLooksLikeOneThatDoesNotExist() {
        shop.send(ADA, order("apple", 1));

        var another = (Response.Refused) shop.send(BOB, cancel(1));
        var missing = (Response.Refused) shop.send(BOB, cancel(2));

        assertThat(another.reason()).isEqualTo(RefusalReason.UNKNOWN_ORDER);
        assertThat(another.message().replace('1', '2')).isEqualTo(missing.message());
        assertThat(shop.stock("apple")).isEqualTo(14);
    }

    @Test
    void anOrderKeepsTheDetailsItWasPlacedWith() {
        shop.send(ADA, order("apple", 1));
        shop.send(ADA, new Request.SaveDetails(new ContactDetails("Ada", "King", "1", "DH1 3LE", "Elsewhere")));
        shop.send(ADA, order("apple", 1));

        var state = new ShopState(new StagedTables(shop.tables));
        assertThat(state.knownOrder(new OrderId(1)).details()).isEqualTo(ADAS_DETAILS);
        assertThat(state.knownOrder(new OrderId(2)).details().lastName()).isEqualTo("King");
    }

    @Test
    void whatGoesBeyondTheLimitOfMoneyIsRefused() {
        var dear = dearShop(List.of("gold"));

        assertThat(dear.send(ADA, order("gold", 1))).isInstanceOf(Response.OrderPlaced.class);
        assertRefused(dear.send(ADA, order("gold", 2)), RefusalReason.INVALID, "£10000000.00");
        assertRefused(dear.send(ADA, order("gold", Limits.QUANTITY - 1)), RefusalReason.INVALID, "£10000000.00");
        var withTip = new Request.PlaceOrder(List.of(new BasketItem("gold", 1)), "NEXT_DAY", new Money(1));
        assertRefused(dear.send(ADA, withTip), RefusalReason.INVALID, "£10000000.00");
        var withFee = new Request.PlaceOrder(List.of(new BasketItem("gold", 1)), "SAME_DAY", Money.ZERO);
        assertRefused(dear.send(ADA, withFee), RefusalReason.INVALID, "£10000000.00");
    }

    /** Ten lines of 10^18 pence each: their sum does not fit into 64 bits, and would become negative. */
    @Test
    void manyHugeLinesDoNotOverflow() {
        var names = IntStream.range(0, 10).mapToObj(i -> "gold" + i).toList();
        var shop = dearShop(names);

        var items = names.stream()
                .map(name -> new BasketItem(name, Limits.QUANTITY))
                .toArray(BasketItem[]::new);

        assertRefused(shop.send(ADA, order(items)), RefusalReason.INVALID, "£10000000.00");
    }

    private static OrderingHarness dearShop(List<String> names) {
        var catalogue = names.stream()
                .map(name -> new Product(name, new Money(Limits.PENCE), Limits.QUANTITY))
                .toList();
        var shop = new OrderingHarness(catalogue, Ordering.DEFAULT_KEPT_REPLIES);
        shop.send(ADA, new Request.SaveDetails(ADAS_DETAILS));
        return shop;
    }

    private static void assertRefused(Response response, RefusalReason reason, String... words) {
        assertThat(response).isInstanceOf(Response.Refused.class);
        var refused = (Response.Refused) response;
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.message()).contains(words);
    }
}
