package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.Limits;
import justhungry.api.Product;
import justhungry.cli.text.Nearest;

/**
 * The products as the person has been shown them; checks what is typed against them at once. The cluster has the last
 * word: somebody else may order meanwhile.
 */
record Shelf(List<Product> products) {
    List<String> names() {
        return products.stream().map(Product::name).toList();
    }

    /** @throws IllegalArgumentException when there is no product of that name */
    Product named(String typed) {
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("type the name of a product, or back");
        }
        return products.stream()
                .filter(product -> product.name().equalsIgnoreCase(typed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no product '%s'.%s".formatted(typed, Nearest.didYouMean(typed, names()))));
    }

    /** @throws IllegalArgumentException when there is no such product, or nothing is left beyond what the basket has */
    Product available(String typed, Basket basket) {
        var product = named(typed);
        if (product.stock() == 0) {
            throw new IllegalArgumentException("there is no %s left. Choose something else".formatted(product.name()));
        }
        if (basket.quantityOf(product.name()) >= product.stock()) {
            throw new IllegalArgumentException("all %d %s are in your basket already. Choose something else"
                    .formatted(product.stock(), product.name()));
        }
        return product;
    }

    /**
     * A quantity as typed.
     *
     * @param least the smallest that is allowed, 0 or 1
     * @param inBasket pieces of the product that the basket has already
     * @throws IllegalArgumentException when it is no whole number, or more than there is
     */
    static int quantity(String typed, Product product, int least, int inBasket) {
        if (!typed.matches("[0-9]{1,18}") || Long.parseLong(typed) < least) {
            throw new IllegalArgumentException(
                    "a quantity is a whole number, " + (least == 0 ? "0 or more" : "1 or more"));
        }
        long wanted = Long.parseLong(typed);
        if (wanted > Math.min(product.stock() - inBasket, Limits.QUANTITY)) {
            throw new IllegalArgumentException(tooMany(product, inBasket));
        }
        return Math.toIntExact(wanted);
    }

    private static String tooMany(Product product, int inBasket) {
        return inBasket == 0
                ? "there are only %d %s left".formatted(product.stock(), product.name())
                : "there are only %d %s left, and your basket has %d of them"
                        .formatted(product.stock(), product.name(), inBasket);
    }
}
