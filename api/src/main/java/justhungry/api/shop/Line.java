package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Check;
import justhungry.api.codec.Limits;

/** A priced line of an order: {@code quantity} pieces of {@code product} at {@code price} each. */
public record Line(String product, int quantity, Money price) implements Serializable {
    public Line {
        Check.present("a line's price", price);
        product = Product.normalName(product);
        Check.range("the quantity of " + product, quantity, 1, Limits.QUANTITY);
    }

    public Money cost() {
        return price.times(quantity);
    }

    /** The costs of all lines together. */
    public static Money total(Iterable<Line> lines) {
        var total = Money.ZERO;
        for (var line : lines) {
            total = total.plus(line.cost());
        }
        return total;
    }
}
