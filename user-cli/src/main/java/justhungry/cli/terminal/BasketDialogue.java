package justhungry.cli.terminal;

import justhungry.api.codec.Limits;
import justhungry.api.shop.Product;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
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

    void show(ProductMenu menu) {
        console.print(TextStyle.HEADING, "Products");
        var table = new ProductTable(menu.products(), console.columns());
        for (var product : menu.products()) {
            console.print(product.stock() == 0 ? TextStyle.FAINT : TextStyle.PLAIN, table.line(product));
        }
    }

    /** Adds one product after the other, until the person has enough. */
    void fill(ProductMenu menu) {
        boolean more = true;
        while (more) {
            addOne(menu);
            console.print("Basket: " + basket);
            more = hasRoom() && prompt.yesOrNo("More products?");
        }
    }

    /** Changes the quantity of one product. */
    void change(ProductMenu menu) {
        var product = prompt.read("Which product? ", basket.names(), typed -> inBasket(menu.named(typed)));
        int quantity = prompt.read("How many, 0 for none? ", typed -> ProductMenu.quantity(typed, product, 0, 0));
        basket.set(product.name(), quantity);
    }

    private void addOne(ProductMenu menu) {
        var product = prompt.read("Product: ", menu.names(), typed -> menu.available(typed, basket));
        int inBasket = basket.quantityOf(product.name());
        int quantity = prompt.read("Quantity: ", typed -> ProductMenu.quantity(typed, product, 1, inBasket));
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
