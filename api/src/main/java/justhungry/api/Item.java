package justhungry.api;

import java.io.Serializable;

/**
 * A line of a basket: what a client asks for. The price is the server's affair.
 *
 * @param quantity whole pieces, 1 to {@link Limits#QUANTITY}
 */
public record Item(String product, int quantity) implements Serializable {
    public Item {
        product = Product.normalName(product);
        Check.range("the quantity of " + product, quantity, 1, Limits.QUANTITY);
    }
}
