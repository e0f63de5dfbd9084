package justhungry.backend.ordering;

import static justhungry.backend.ordering.OrderingHarness.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.WireFormat;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.InMemoryTables;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest texts that each limit lets pass, of the letters that grow when they are composed, folded or encoded. */
class WorstTextTest {
    static Stream<String> letters() {
        return Stream.of("x", "İ", "ΐ", "ß", "ﷺ", "ŉ", "🍣", "𝒜", "€", "\u0301", "\u200da", "각", "i\u0307", "＼", "'");
    }

    @ParameterizedTest
    @MethodSource("letters")
    void whatIsAccepted_everyBackEndAppliesAndReadsAgain(String letter) {
        var name = worst(letter, Limits.NAME_CHARS);
        var delivery = new Delivery("D".repeat(Limits.CODE_CHARS), name, Money.ZERO);
        var catalogue = new Catalogue(List.of(new Product(name, new Money(9), 5)), List.of(delivery));
        var primary = new OrderingHarness(catalogue, Ordering.DEFAULT_KEPT_REPLIES);
        var replica = new Ordering(new InMemoryTables(), catalogue);
        replica.apply(OrderingHarness.EPOCH, 1, replica.openingPayload());

        var basket = List.of(new BasketItem(name, 2));
        var updates = List.of(
                new Request.SaveDetails(details(letter)),
                new Request.PlaceOrder(basket, delivery.code(), Money.ZERO),
                OrderingHarness.cancel(1));
        for (int i = 0; i < updates.size(); i++) {
            var update = primary.envelope(new ClientId(1, i), 1, ADA, updates.get(i));
            assertThat(WireFormat.decode(Envelope.class, WireFormat.encode(update)))
                    .isEqualTo(update);
            replica.apply(OrderingHarness.EPOCH, i + 2L, payload(primary, update));
        }

        assertThat(primary.stock(name)).isEqualTo(5);
        assertThat(replica.read(ADA, new Request.ViewOrders(null, 9)))
                .isEqualTo(primary.ordering.read(ADA, new Request.ViewOrders(null, 9)))
                .satisfies(page -> assertThat(((Response.Orders) page).orders()).hasSize(1));
    }

    private static byte[] payload(OrderingHarness primary, Envelope update) {
        var decision = primary.ordering.decide(
                List.of(update), OrderingHarness.EPOCH, primary.tables.appliedIndex() + 1, primary.clock);
        primary.ordering.commit(decision);
        assertThat(decision.replies().get(0).response()).isNotInstanceOf(Response.Refused.class);
        return decision.payload();
    }

    private static ContactDetails details(String letter) {
        return new ContactDetails(
                worst(letter, Limits.NAME_CHARS),
                worst(letter, Limits.NAME_CHARS),
                "０".repeat(Limits.PHONE_CHARS),
                worst(letter, Limits.POSTCODE_CHARS),
                worst(letter, Limits.ADDRESS_CHARS));
    }

    /** The longest text of the letter that the limit accepts; the one that is one letter longer is refused. */
    private static String worst(String letter, int max) {
        int most = 1;
        while (isAccepted(letter.repeat(most + 1), max)) {
            most++;
        }
        return letter.repeat(most);
    }

    private static boolean isAccepted(String text, int max) {
        try {
            return !Preconditions.text("it", text, max).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
