package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Check;
import justhungry.api.codec.Limits;

/**
 * A product of a basket, as a client asks for it. The server sets the price.
 *
 * @param quantity whole pieces, 1 to {@link Limits#QUANTITY}
 */
public record Item(String product, int quantity) implements Serializable {
    public Item {
        product = Product.normalName(product);
        Check.range("the quantity of " + product, quantity, 1, Limits.QUANTITY);
    }
}
