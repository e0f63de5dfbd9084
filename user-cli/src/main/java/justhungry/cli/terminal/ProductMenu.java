package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Product;
import justhungry.platform.text.NearestWord;

/**
 * The products as shown to the person, against which input is checked at once. The cluster has the last word: others may
 * order in the meantime.
 */
record ProductMenu(List<Product> products) {
    List<String> names() {
        return products.stream().map(Product::name).toList();
    }

    /** @throws IllegalArgumentException when there is no product of that name */
    Product named(String typed) {
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("type the name of a product, or back");
        }
        var key = Product.key(typed);
        return products.stream()
                .filter(product -> Product.key(product.name()).equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no product '%s'.%s".formatted(typed, NearestWord.didYouMean(typed, names()))));
    }

    /** @throws IllegalArgumentException when there is no such product, or none is left beyond the basket's */
    Product available(String typed, ShoppingBasket basket) {
        var product = named(typed);
        if (product.stock() == 0) {
            throw new IllegalArgumentException("there is no %s left. Choose something else".formatted(product.name()));
        }
        if (basket.quantityOf(product.name()) >= product.stock()) {
            throw new IllegalArgumentException("%s: only %d left, all in your basket already. Choose something else"
                    .formatted(product.name(), product.stock()));
        }
        return product;
    }

    /**
     * A quantity as typed.
     *
     * @param min the smallest allowed, 0 or 1
     * @param inBasket the quantity already in the basket
     * @throws IllegalArgumentException when it is not a whole number, or more than is left
     */
    static int quantity(String typed, Product product, int min, int inBasket) {
        if (!typed.matches("[0-9]{1,18}") || Long.parseLong(typed) < min) {
            throw new IllegalArgumentException(
                    "a quantity is a whole number, " + (min == 0 ? "0 or more" : "1 or more"));
        }
        long wanted = Long.parseLong(typed);
        if (wanted > Math.min(product.stock() - inBasket, Limits.QUANTITY)) {
            throw new IllegalArgumentException(tooMany(product, inBasket));
        }
        return Math.toIntExact(wanted);
    }

    private static String tooMany(Product product, int inBasket) {
        return inBasket == 0
                ? "%s: only %d left".formatted(product.name(), product.stock())
                : "%s: only %d left, and your basket already has %d"
                        .formatted(product.name(), product.stock(), inBasket);
    }
}
