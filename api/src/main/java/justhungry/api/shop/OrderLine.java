package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/** A priced line of an order: {@code quantity} pieces of {@code product} at {@code price} each. */
public record OrderLine(
        @Tag(1) String product,
        @Tag(2) int quantity,
        @Tag(3) Money price) implements Serializable {
    public OrderLine {
        Preconditions.present("a line's price", price);
        product = Product.normalName(product);
        Preconditions.range("the quantity of " + product, quantity, 1, Limits.QUANTITY);
    }

    public Money cost() {
        return price.times(quantity);
    }

    /** The costs of all lines together. */
    public static Money total(Iterable<OrderLine> lines) {
        var total = Money.ZERO;
        for (var line : lines) {
            total = total.plus(line.cost());
        }
        return total;
    }
}
