package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static justhungry.backend.ordering.OrderingHarness.ADAS_DETAILS;
import static justhungry.backend.ordering.OrderingHarness.BOB;
import static justhungry.backend.ordering.OrderingHarness.cancel;
import static justhungry.backend.ordering.OrderingHarness.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.CountingTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryHandlerTest {
    private final OrderingHarness shop = OrderingHarness.withAda();

    @Test
    void productsComeInTheOrderOfTheCatalogue() {
        assertThat(shop.ordering.read(BOB, new Request.ListProducts()))
                .isEqualTo(new Response.Products(OrderingHarness.CATALOGUE.products(), Catalogue.DEFAULT_DELIVERIES));
    }

    @Test
    void aBasketIsPricedWithoutLookingAtTheStockAndWithoutTakingAny() {
        var basket = new Request.PriceBasket(List.of(new BasketItem("flour", 100), new BasketItem("kale", 1)));

        var price = (Response.BasketPrice) shop.ordering.read(BOB, basket);

        assertThat(price.lines())
                .containsExactly(new OrderLine("flour", 100, new Money(455)), new OrderLine("kale", 1, new Money(99)));
        assertThat(price.total()).isEqualTo(new Money(45599));
        assertThat(shop.stock("kale")).isEqualTo(6);
    }

    @Test
    void aBasketWithAnUnknownProductOrBeyondTheLimitOfMoneyIsRefused() {
        assertThat(reasonFor(new BasketItem("unicorn", 1))).isEqualTo(RefusalReason.UNKNOWN_PRODUCT);
        assertThat(reasonFor(new BasketItem("kale", Limits.QUANTITY))).isEqualTo(RefusalReason.INVALID);
    }

    @Test
    void pagesShowTheNewestFirstAndSayWhetherThereIsMore() {
        placeOrders(5);

        assertThat(numbers(viewOrders(null, 2))).containsExactly(5L, 4L);
        assertThat(viewOrders(null, 2).more()).isTrue();
        assertThat(numbers(viewOrders(4L, 2))).containsExactly(3L, 2L);
        assertThat(viewOrders(4L, 2).more()).isTrue();
        assertThat(numbers(viewOrders(2L, 2))).containsExactly(1L);
        assertThat(viewOrders(2L, 2).more()).isFalse();
        assertThat(viewOrders(3L, 2).more())
                .as("a page that ends exactly at the oldest")
                .isFalse();
        assertThat(numbers(viewOrders(1L, 2))).isEmpty();
        assertThat(numbers(viewOrders(Limits.ORDER_NUMBER, 5))).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void cancelledOrdersStayInTheHistoryAndLeaveTheActiveOnes() {
        placeOrders(3);
        shop.send(ADA, cancel(2));

        var active = (Response.Orders) shop.ordering.read(ADA, new Request.ViewActive(null, 2));

        assertThat(numbers(active)).containsExactly(3L, 1L);
        assertThat(active.more()).isFalse();
        assertThat(numbers(viewOrders(null, 3))).containsExactly(3L, 2L, 1L);
    }

    @Test
    void nobodySeesAnotherPersonsOrders() {
        placeOrders(2);
        shop.send(BOB, new Request.SaveDetails(ADAS_DETAILS));
        shop.send(BOB, order("apple", 1));

        assertThat(shop.orderNumbers(ADA)).containsExactly(2L, 1L);
        assertThat(shop.orderNumbers(BOB)).containsExactly(3L);
    }

    @Test
    void aPageReadsItsOwnOrdersOnly() {
        placeOrders(10);
        var counting = new CountingTables(shop.tables);

        new Request.ViewOrders(null, 2).accept(new QueryHandler(counting, ADA));

        assertThat(counting.keysScanned).isEqualTo(3);
        assertThat(counting.gets).isEqualTo(2);
    }

    @Test
    void oneOrderIsShownToItsOwnUserOnly() {
        placeOrders(3);
        shop.send(ADA, cancel(2));

        var own = (Response.Orders) shop.ordering.read(ADA, new Request.ViewOrder(new OrderId(2)));

        assertThat(numbers(own)).containsExactly(2L);
        assertThat(own.orders().get(0).status()).isEqualTo(Order.Status.CANCELLED);
        assertThat(shop.ordering.read(BOB, new Request.ViewOrder(new OrderId(2))))
                .isEqualTo(new Response.Refused(
                        RefusalReason.UNKNOWN_ORDER, "you have no order 2; see your order history"));
        assertThat(shop.ordering.read(ADA, new Request.ViewOrder(new OrderId(4))))
                .isInstanceOf(Response.Refused.class);
    }

    @Test
    void savedDetailsAreShownToTheirOwnUserOnly_asTheyWereSavedLast() {
        assertThat(shop.ordering.read(ADA, new Request.ViewDetails()))
                .isEqualTo(new Response.CustomerDetails(ADAS_DETAILS));
        var moved = new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "2 Palace Green");
        shop.send(ADA, new Request.SaveDetails(moved));

        assertThat(shop.ordering.read(ADA, new Request.ViewDetails())).isEqualTo(new Response.CustomerDetails(moved));
        assertThat(shop.ordering.read(BOB, new Request.ViewDetails()))
                .isEqualTo(new Response.Refused(RefusalReason.NO_DETAILS, "you have not saved any contact details"));
    }

    private void placeOrders(int count) {
        for (int i = 0; i < count; i++) {
            assertThat(shop.send(ADA, order("apple", 1))).isInstanceOf(Response.OrderPlaced.class);
        }
    }

    private Response.Orders viewOrders(@Nullable Long before, int limit) {
        var from = Optional.ofNullable(before).map(OrderId::new).orElse(null);
        return (Response.Orders) shop.ordering.read(ADA, new Request.ViewOrders(from, limit));
    }

    private static List<Long> numbers(Response.Orders page) {
        return page.orders().stream().map(order -> order.id().number()).toList();
    }

    private RefusalReason reasonFor(BasketItem item) {
        var response = shop.ordering.read(ADA, new Request.PriceBasket(List.of(item)));
        return ((Response.Refused) response).reason();
    }
}
