package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * A product of a basket, as a client asks for it. The server sets the price.
 *
 * @param quantity whole pieces, 1 to {@link Limits#QUANTITY}
 */
public record BasketItem(@Tag(1) String product, @Tag(2) int quantity) implements Serializable {
    public BasketItem {
        product = Product.normalName(product);
        Preconditions.range("the quantity of " + product, quantity, 1, Limits.QUANTITY);
    }
}
