package justhungry.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import justhungry.api.client.ClientId;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Response;
import justhungry.client.RequestOutcome;
import org.junit.jupiter.api.Test;

/** Tests of the JSON of outcomes, byte for byte: results, histories and the output of {@code --json} have it. */
class ResponseJsonTest {
    private static final RequestId ID = new RequestId(ClientId.of(new UUID(1, 2)), 3);
    private static final List<OrderLine> LINES =
            List.of(new OrderLine("apple", 2, new Money(199)), new OrderLine("kale", 1, new Money(99)));
    private static final Delivery SAME_DAY = new Delivery("SAME_DAY", "same day", new Money(100));
    private static final Instant NINE_O_CLOCK = Instant.parse("2026-11-29T09:00:00Z");
    private static final Order ORDER =
            new Order(new OrderId(7), LINES, SAME_DAY, new Money(150), Order.Status.CANCELLED, NINE_O_CLOCK);
    private static final String LINES_JSON =
            "\"lines\":[{\"product\":\"apple\",\"quantity\":2,\"price\":\"1.99\",\"cost\":\"3.98\"},"
                    + "{\"product\":\"kale\",\"quantity\":1,\"price\":\"0.99\",\"cost\":\"0.99\"}]";
    private static final String PARTS =
            LINES_JSON + ",\"delivery\":\"SAME_DAY\",\"fee\":\"1.00\",\"tip\":\"1.50\",\"total\":\"7.47\","
                    + "\"placed\":\"2026-11-29T09:00:00.000Z\"}";

    @Test
    void theOrderOfAnUpdateStandsInThePlaceOfItsRecord() {
        assertThat(line(new Response.OrderPlaced(ORDER))).isEqualTo("{\"status\":\"ok\",\"order\":7," + PARTS);
        assertThat(line(new Response.OrderCancelled(ORDER))).isEqualTo("{\"status\":\"ok\",\"order\":7," + PARTS);
    }

    @Test
    void anOrderOfAPageHasItsIdAndStatus() {
        assertThat(line(new Response.Orders(List.of(ORDER), true)))
                .isEqualTo("{\"status\":\"ok\",\"orders\":[{\"id\":7,\"status\":\"CANCELLED\"," + PARTS
                        + "],\"more\":true}");
    }

    @Test
    void productsAndPrices() {
        var kale = new Product("kale", new Money(99), 6);

        assertThat(line(new Response.Products(List.of(kale), List.of(SAME_DAY))))
                .isEqualTo("{\"status\":\"ok\",\"products\":[{\"name\":\"kale\",\"price\":\"0.99\",\"stock\":6}],"
                        + "\"deliveries\":[{\"code\":\"SAME_DAY\",\"label\":\"same day\",\"fee\":\"1.00\"}]}");
        assertThat(line(new Response.BasketPrice(LINES)))
                .isEqualTo("{\"status\":\"ok\"," + LINES_JSON + ",\"total\":\"4.97\"}");
        assertThat(line(new Response.DetailsSaved())).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void savedDetailsHaveTheNamesOfTheArgumentsThatSavedThem() {
        var details = new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");

        assertThat(line(new Response.CustomerDetails(details)))
                .isEqualTo("{\"status\":\"ok\",\"firstName\":\"Ada\",\"lastName\":\"Lovelace\","
                        + "\"phone\":\"020-7946-0000\",\"postcode\":\"DH1 3LE\",\"address\":\"1 Palace Green\"}");
    }

    @Test
    void whatWasNotDoneHasAReason() {
        assertThat(line(new Response.Refused(RefusalReason.NOT_ACTIVE, "order 7 is already cancelled")))
                .isEqualTo("{\"status\":\"refused\",\"reason\":\"NOT_ACTIVE\",\"message\":\"order 7 is already"
                        + " cancelled\"}");
        assertThat(line(new RequestOutcome.Unexecuted(Reply.Cause.OVERLOADED, "busy")))
                .isEqualTo("{\"status\":\"refused\",\"reason\":\"OVERLOADED\",\"message\":\"busy\"}");
        assertThat(line(new RequestOutcome.Unreachable("why", "nobody")))
                .isEqualTo("{\"status\":\"refused\",\"reason\":\"NO_FRONT_END\",\"message\":\"nobody\"}");
        assertThat(line(new RequestOutcome.Unknown(ID, "perhaps")))
                .isEqualTo("{\"status\":\"unknown\",\"message\":\"perhaps\"}");
    }

    @Test
    void theTimeOfADecisionHasThreeDigitsAfterTheSecond_andIsLeftOutWhereThereIsNone() {
        var saved = new Response.DetailsSaved();
        var decided = new Reply.Answered(1, 2, 3, saved, NINE_O_CLOCK.plusMillis(7));
        var refused = new Reply.Answered(0, 0, 0, saved, null);

        assertThat(timed(decided)).isEqualTo("{\"status\":\"ok\",\"decidedAt\":\"2026-11-29T09:00:00.007Z\"}");
        assertThat(timed(refused)).isEqualTo("{\"status\":\"ok\"}");
    }

    @Test
    void onlyWhenTheFormatAloneOfThePostcodeWasChecked_thatIsSaid() {
        var reply = new Reply.Answered(1, 2, 3, new Response.DetailsSaved(), null);

        assertThat(timed(reply.ofFormatOnly())).isEqualTo("{\"status\":\"ok\",\"postcode\":\"FORMAT_ONLY\"}");
        assertThat(timed(reply)).isEqualTo("{\"status\":\"ok\"}");
    }

    private static String timed(Reply.Answered reply) {
        return JsonLines.line(ReplyJson.timed(new RequestOutcome.Completed(ID, reply)))
                .strip();
    }

    private static String line(Response response) {
        return line(new RequestOutcome.Completed(ID, new Reply.Answered(1, 2, 3, response, NINE_O_CLOCK)));
    }

    private static String line(RequestOutcome outcome) {
        return JsonLines.line(ResponseJson.of(outcome)).strip();
    }
}
