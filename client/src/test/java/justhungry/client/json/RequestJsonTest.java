package justhungry.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.util.List;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import org.junit.jupiter.api.Test;

/** Tests of the arguments of requests, byte for byte: scripts, results and histories of earlier versions have them. */
class RequestJsonTest {
    private static final List<BasketItem> BASKET = List.of(new BasketItem("kale", 1), new BasketItem("apple", 2));

    @Test
    void detailsStandInThePlaceOfTheirRecord() {
        var details = new ContactDetails("Ada", "Love<lace>", "020-7946-0000", "DH1 3LE", "1 Palace Green");

        assertThat(line(new Request.SaveDetails(details)))
                .isEqualTo("{\"firstName\":\"Ada\",\"lastName\":\"Love<lace>\",\"phone\":\"020-7946-0000\","
                        + "\"postcode\":\"DH1 3LE\",\"address\":\"1 Palace Green\"}");
    }

    @Test
    void aBasketIsAnObjectOfQuantities() {
        assertThat(line(new Request.PlaceOrder(BASKET, "SAME_DAY", new Money(150))))
                .isEqualTo("{\"items\":{\"kale\":1,\"apple\":2},\"delivery\":\"SAME_DAY\",\"tip\":\"1.50\"}");
        assertThat(line(new Request.PriceBasket(BASKET))).isEqualTo("{\"items\":{\"kale\":1,\"apple\":2}}");
    }

    @Test
    void anOrderIsItsNumber() {
        assertThat(line(new Request.CancelOrder(new OrderId(7)))).isEqualTo("{\"order\":7}");
        assertThat(line(new Request.ViewOrder(new OrderId(7)))).isEqualTo("{\"order\":7}");
    }

    @Test
    void whatIsAbsentIsLeftOutAndStandsLast() {
        assertThat(line(new Request.ViewOrders(null, 20))).isEqualTo("{\"limit\":20}");
        assertThat(line(new Request.ViewOrders(new OrderId(9), 5))).isEqualTo("{\"limit\":5,\"before\":9}");
        assertThat(line(new Request.ViewActive(new OrderId(9), 5))).isEqualTo("{\"limit\":5,\"before\":9}");
        assertThat(line(new Request.ListProducts())).isEqualTo("{}");
        assertThat(line(new Request.ViewDetails())).isEqualTo("{}");
    }

    @Test
    void anArgumentWithADefaultMayBeLeftOut() {
        assertThat(read("PLACE_ORDER", "{\"items\":{\"kale\":1,\"apple\":2},\"delivery\":\"SAME_DAY\"}"))
                .isEqualTo(new Request.PlaceOrder(BASKET, "SAME_DAY", Money.ZERO));
        assertThat(read("VIEW_ORDERS", "{}")).isEqualTo(new Request.ViewOrders(null, 20));
        assertThat(read("VIEW_ACTIVE", "{}")).isEqualTo(new Request.ViewActive(null, 20));
    }

    private static Request read(String operation, String arguments) {
        return Operation.named(operation)
                .orElseThrow()
                .request(JsonParser.parseString(arguments).getAsJsonObject());
    }

    private static String line(Request request) {
        return JsonLines.line(RequestJson.args(request)).strip();
    }
}
