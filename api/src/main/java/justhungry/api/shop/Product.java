package justhungry.api.shop;

import java.io.Serializable;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import justhungry.api.text.CleanText;
import justhungry.api.text.TextFold;

/**
 * A product that can be ordered.
 *
 * @param name as people read it; no other product has one of the same {@link #key}
 * @param price of one piece
 * @param stock pieces that are left, 0 to {@link Limits#QUANTITY}
 */
public record Product(
        @Tag(1) String name, @Tag(2) Money price, @Tag(3) int stock) implements Serializable {
    public Product {
        Preconditions.present("a product's price", price);
        name = requireName(name);
        Preconditions.range("the stock of " + name, stock, 0, Limits.QUANTITY);
    }

    static String requireName(String name) {
        return Preconditions.text("a product's name", name, Limits.NAME_CHARS);
    }

    /**
     * The key by which product names are compared: two names with one key are of one product.
     *
     * @throws IllegalArgumentException when no product can have that name
     */
    public static String key(String name) {
        return TextFold.of(CleanText.of("a product's name", name));
    }

    public Product withStock(int left) {
        return new Product(name, price, left);
    }
}
