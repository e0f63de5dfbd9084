package justhungry.backend.ordering.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.OrderingHarness;
import org.junit.jupiter.api.Test;

class RequestContentTest {
    private static final BasketItem KALE = new BasketItem("kale", 1);

    @Test
    void everyPartOfARequestMakesItAnother() {
        var contents = Stream.of(
                        place(OrderingHarness.ADA, "NEXT_DAY", Money.ZERO, KALE),
                        place(OrderingHarness.BOB, "NEXT_DAY", Money.ZERO, KALE),
                        place(OrderingHarness.ADA, "SAME_DAY", Money.ZERO, KALE),
                        place(OrderingHarness.ADA, "NEXT_DAY", new Money(1), KALE),
                        place(OrderingHarness.ADA, "NEXT_DAY", Money.ZERO, new BasketItem("kale", 2)),
                        place(OrderingHarness.ADA, "NEXT_DAY", Money.ZERO, new BasketItem("apple", 1)),
                        place(OrderingHarness.ADA, "NEXT_DAY", Money.ZERO, KALE, new BasketItem("apple", 1)),
                        new RequestContent(OrderingHarness.ADA, new Request.CancelOrder(new OrderId(1))),
                        new RequestContent(OrderingHarness.ADA, new Request.CancelOrder(new OrderId(2))),
                        new RequestContent(OrderingHarness.BOB, new Request.CancelOrder(new OrderId(1))),
                        save("A", "B", "1", "DH1", "S"),
                        save("AB", "B", "1", "DH1", "S"),
                        save("A", "BB", "1", "DH1", "S"),
                        save("A", "B", "2", "DH1", "S"),
                        save("A", "B", "1", "DH2", "S"),
                        save("A", "B", "1", "DH1", "T"))
                .map(RequestContent::digest)
                .toList();

        assertThat(contents).doesNotHaveDuplicates();
    }

    @Test
    void theSameRequestHasTheSameContentInEveryVersion() {
        var place = new Request.PlaceOrder(List.of(KALE), "NEXT_DAY", Money.ZERO);
        assertThat(new RequestContent(OrderingHarness.ADA, place).digest())
                .isEqualTo(new ContentDigest(-5255707880197033681L, 8123269755560611700L));
        assertThat(save("A", "B", "1", "DH1", "S").digest())
                .isEqualTo(new ContentDigest(521308647967950271L, 9130877584020394588L));
    }

    private static RequestContent place(UserId user, String delivery, Money tip, BasketItem... items) {
        return new RequestContent(user, new Request.PlaceOrder(List.of(items), delivery, tip));
    }

    private static RequestContent save(String first, String last, String phone, String postcode, String address) {
        return new RequestContent(
                OrderingHarness.ADA,
                new Request.SaveDetails(new ContactDetails(first, last, phone, postcode, address)));
    }
}
