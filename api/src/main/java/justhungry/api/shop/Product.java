package justhungry.api.shop;

import java.io.Serializable;
import java.util.Locale;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * A product that can be ordered.
 *
 * @param name in lower case
 * @param price of one piece
 * @param stock pieces that are left, 0 to {@link Limits#QUANTITY}
 */
public record Product(
        @Tag(1) String name, @Tag(2) Money price, @Tag(3) int stock) implements Serializable {
    public Product {
        Preconditions.present("a product's price", price);
        name = normalName(name);
        Preconditions.range("the stock of " + name, stock, 0, Limits.QUANTITY);
    }

    /** The form in which product names are compared: without white space around it, in lower case. */
    public static String normalName(String name) {
        // Lower case first: of some letters it is longer, and what was stored is checked again when it is read.
        return Preconditions.text("a product's name", name.strip().toLowerCase(Locale.ROOT), Limits.NAME_CHARS);
    }

    public Product withStock(int left) {
        return new Product(name, price, left);
    }
}
