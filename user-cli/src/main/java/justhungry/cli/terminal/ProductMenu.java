package justhungry.cli.terminal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.platform.text.NearestWord;

/**
 * The products as shown to the person, against which input is checked at once. The cluster has the last word: others may
 * order in the meantime.
 */
record ProductMenu(List<Product> products) {
    private static final Pattern WITH_QUANTITY =
            Pattern.compile("(?<product>.+?)\\s*[=\\s]\\s*(?<quantity>[0-9]{1,18})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    List<String> names() {
        return products.stream().map(Product::name).toList();
    }

    /** A product that is to be ordered, and how many of it, if that was typed, too. */
    record WantedProduct(Product product, Optional<Integer> quantity) {}

    /**
     * The product that was typed, with or without a quantity: {@code apple}, {@code apple 2}, {@code apple=2}.
     *
     * @throws IllegalArgumentException when there is no such product, or less is left
     */
    WantedProduct wanted(String typed, ShoppingBasket basket) {
        var form = WITH_QUANTITY.matcher(typed);
        if (find(typed).isPresent() || !form.matches()) {
            return new WantedProduct(available(typed, basket), Optional.empty());
        }
        var product = available(form.group("product"), basket);
        int inBasket = basket.quantityOf(product.name());
        return new WantedProduct(product, Optional.of(quantity(form.group("quantity"), product, 1, inBasket)));
    }

    /** What the basket costs, in brackets, with a space before them; empty when that is more than any order may. */
    String priceInBrackets(ShoppingBasket basket) {
        long pence = products.stream()
                .mapToLong(product -> product.price().pence() * basket.quantityOf(product.name()))
                .sum();
        return pence > Limits.PENCE ? "" : " (%s)".formatted(new Money(pence));
    }

    /** The product of that name, or else of that number in the list. */
    private Optional<Product> find(String typed) {
        var key = Product.key(typed);
        return products.stream()
                .filter(product -> Product.key(product.name()).equals(key))
                .findFirst()
                .or(() -> NUMBER.matcher(typed).matches() && Integer.parseInt(typed) <= products.size()
                        ? Optional.of(products.get(Integer.parseInt(typed) - 1))
                        : Optional.empty());
    }

    /** @throws IllegalArgumentException when there is no product of that name or number */
    Product named(String typed) {
        if (typed.isEmpty()) {
            throw new IllegalArgumentException("type the name of a product, or back");
        }
        return find(typed)
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
