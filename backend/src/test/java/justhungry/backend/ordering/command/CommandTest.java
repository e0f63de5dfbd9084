package justhungry.backend.ordering.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.RequestId;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.DeliveryOption;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.OrderingHarness;
import justhungry.backend.ordering.state.ContentDigest;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final BasketItem KALE = new BasketItem("kale", 1);

    @Test
    void everyPartOfARequestMakesItAnother() {
        var contents = Stream.of(
                        place(OrderingHarness.ADA, DeliveryOption.NEXT_DAY, Money.ZERO, KALE),
                        place(OrderingHarness.BOB, DeliveryOption.NEXT_DAY, Money.ZERO, KALE),
                        place(OrderingHarness.ADA, DeliveryOption.SAME_DAY, Money.ZERO, KALE),
                        place(OrderingHarness.ADA, DeliveryOption.NEXT_DAY, new Money(1), KALE),
                        place(OrderingHarness.ADA, DeliveryOption.NEXT_DAY, Money.ZERO, new BasketItem("kale", 2)),
                        place(OrderingHarness.ADA, DeliveryOption.NEXT_DAY, Money.ZERO, new BasketItem("apple", 1)),
                        place(
                                OrderingHarness.ADA,
                                DeliveryOption.NEXT_DAY,
                                Money.ZERO,
                                KALE,
                                new BasketItem("apple", 1)),
                        new CancelOrderCommand(OrderingHarness.ADA, new OrderId(1)),
                        new CancelOrderCommand(OrderingHarness.ADA, new OrderId(2)),
                        new CancelOrderCommand(OrderingHarness.BOB, new OrderId(1)),
                        save("A", "B", "1", "DH1", "S"),
                        save("AB", "B", "1", "DH1", "S"),
                        save("A", "BB", "1", "DH1", "S"),
                        save("A", "B", "2", "DH1", "S"),
                        save("A", "B", "1", "DH2", "S"),
                        save("A", "B", "1", "DH1", "T"))
                .map(Command::content)
                .toList();

        assertThat(contents).doesNotHaveDuplicates();
    }

    @Test
    void theSameRequestHasTheSameContentInEveryVersion() {
        var place = new Request.PlaceOrder(List.of(KALE), DeliveryOption.NEXT_DAY, Money.ZERO);
        var first = new Envelope(new RequestId(new ClientId(1, 1), 1), 3, OrderingHarness.ADA, place);
        var repeat = new Envelope(new RequestId(new ClientId(1, 1), 1), 9, OrderingHarness.ADA, place);

        assertThat(Command.of(repeat).content())
                .isEqualTo(Command.of(first).content())
                .isEqualTo(new ContentDigest(-4018457998295253365L, -7326361299454591773L));
        assertThat(save("A", "B", "1", "DH1", "S").content())
                .isEqualTo(new ContentDigest(-2094672502311936307L, 4197453373547704084L));
    }

    @Test
    void aReadIsNoCommand() {
        var read =
                new Envelope(new RequestId(new ClientId(1, 1), 1), 0, OrderingHarness.ADA, new Request.ListProducts());

        assertThatThrownBy(() -> Command.of(read))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PRODUCT_LIST");
    }

    private static Command place(UserId user, DeliveryOption delivery, Money tip, BasketItem... items) {
        return new PlaceOrderCommand(user, new Request.PlaceOrder(List.of(items), delivery, tip));
    }

    private static Command save(String first, String last, String phone, String postcode, String address) {
        return new SaveDetailsCommand(OrderingHarness.ADA, new ContactDetails(first, last, phone, postcode, address));
    }
}
