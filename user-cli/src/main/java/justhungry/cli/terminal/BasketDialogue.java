package justhungry.cli.terminal;

import java.util.Locale;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Product;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.terminal.ProductMenu.WantedProduct;
import justhungry.cli.text.ProductTable;

/** The dialogue that fills and changes the basket. */
final class BasketDialogue {
    private final Console console;
    private final ConsolePrompt prompt;
    private final ShoppingBasket basket;

    BasketDialogue(Console console, ShoppingBasket basket) {
        this.console = console;
        this.prompt = new ConsolePrompt(console);
        this.basket = basket;
    }

    /** Shows the products, each with its number. */
    void show(ProductMenu menu) {
        console.print(TextStyle.HEADING, "Products");
        int digits = String.valueOf(menu.products().size()).length();
        var table = new ProductTable(menu.products(), console.columns() - digits - 2);
        int number = 0;
        for (var product : menu.products()) {
            number++;
            console.print(
                    product.stock() == 0 ? TextStyle.FAINT : TextStyle.PLAIN,
                    ("  %" + digits + "d").formatted(number) + table.line(product));
        }
    }

    /** Adds one product after the other, until the person has enough. */
    void fill(ProductMenu menu) {
        var next = Optional.of(readProduct(menu));
        while (next.isPresent()) {
            add(next.get());
            console.print("Basket: " + basket + menu.priceInBrackets(basket));
            next = hasRoom()
                    ? prompt.read("More products? (y, n, or a product) ", menu.names(), typed -> more(typed, menu))
                    : Optional.empty();
        }
    }

    /** The next product; empty when there is none. It can be typed instead of yes. */
    private Optional<WantedProduct> more(String typed, ProductMenu menu) {
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> Optional.of(readProduct(menu));
            case "n", "no" -> Optional.empty();
            case "" -> throw new IllegalArgumentException("type y, n, or the name of a product");
            default -> Optional.of(menu.wanted(typed, basket));
        };
    }

    /** Changes the quantity of one product. */
    void change(ProductMenu menu) {
        var product = prompt.read("Which product? ", basket.names(), typed -> inBasket(menu.named(typed)));
        int quantity = prompt.read("How many, 0 for none? ", typed -> ProductMenu.quantity(typed, product, 0, 0));
        basket.set(product.name(), quantity);
    }

    private WantedProduct readProduct(ProductMenu menu) {
        return prompt.read("Product: ", menu.names(), typed -> menu.wanted(typed, basket));
    }

    private void add(WantedProduct wanted) {
        var product = wanted.product();
        int inBasket = basket.quantityOf(product.name());
        int quantity = wanted.quantity()
                .orElseGet(() -> prompt.read("Quantity: ", typed -> ProductMenu.quantity(typed, product, 1, inBasket)));
        basket.add(product.name(), quantity);
    }

    private boolean hasRoom() {
        if (basket.isFull()) {
            console.print("An order has at most %d products.".formatted(Limits.ITEMS_PER_ORDER));
        }
        return !basket.isFull();
    }

    private Product inBasket(Product product) {
        if (basket.quantityOf(product.name()) == 0) {
            throw new IllegalArgumentException("there is no %s in your basket".formatted(product.name()));
        }
        return product;
    }
}
