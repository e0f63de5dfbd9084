package justhungry.cli.terminal;

import justhungry.api.codec.Limits;
import justhungry.api.shop.Product;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.cli.text.ProductTable;

/** The dialogue that fills and changes the basket. */
final class BasketDialogue {
    private final Console console;
    private final Ask ask;
    private final Basket basket;

    BasketDialogue(Console console, Basket basket) {
        this.console = console;
        this.ask = new Ask(console);
        this.basket = basket;
    }

    void show(Shelf menu) {
        console.say(Tone.HEADING, "Products");
        var table = new ProductTable(menu.products(), console.columns());
        for (var product : menu.products()) {
            console.say(product.stock() == 0 ? Tone.FAINT : Tone.PLAIN, table.line(product));
        }
    }

    /** Adds one product after the other, until the person has enough. */
    void fill(Shelf menu) {
        boolean more = true;
        while (more) {
            addOne(menu);
            console.say("Basket: " + basket);
            more = hasRoom() && ask.yesOrNo("More products?");
        }
    }

    /** Changes the quantity of one product. */
    void change(Shelf menu) {
        var product = ask.until("Which product? ", basket.names(), typed -> inBasket(menu.named(typed)));
        int quantity = ask.until("How many, 0 for none? ", typed -> Shelf.quantity(typed, product, 0, 0));
        basket.set(product.name(), quantity);
    }

    private void addOne(Shelf menu) {
        var product = ask.until("Product: ", menu.names(), typed -> menu.available(typed, basket));
        int inBasket = basket.quantityOf(product.name());
        int quantity = ask.until("Quantity: ", typed -> Shelf.quantity(typed, product, 1, inBasket));
        basket.add(product.name(), quantity);
    }

    private boolean hasRoom() {
        if (basket.isFull()) {
            console.say("An order has at most %d products.".formatted(Limits.ITEMS_PER_ORDER));
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
