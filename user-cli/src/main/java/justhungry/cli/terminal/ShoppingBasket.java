package justhungry.cli.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import justhungry.api.codec.Limits;
import justhungry.api.shop.BasketItem;

/** The products to be ordered, in the order in which they were chosen. Kept until it is ordered or abandoned. */
final class ShoppingBasket {
    private final Map<String, Integer> quantities = new LinkedHashMap<>();

    boolean isEmpty() {
        return quantities.isEmpty();
    }

    boolean isFull() {
        return quantities.size() == Limits.ITEMS_PER_ORDER;
    }

    /** The quantity of a product; 0 when there is none. */
    int quantityOf(String product) {
        return quantities.getOrDefault(product, 0);
    }

    /** The same product twice adds up. */
    void add(String product, int quantity) {
        quantities.merge(product, quantity, Math::addExact);
    }

    /** Changes the quantity of a product; 0 removes it. */
    void set(String product, int quantity) {
        if (quantity == 0) {
            quantities.remove(product);
        } else {
            quantities.put(product, quantity);
        }
    }

    void clear() {
        quantities.clear();
    }

    List<String> names() {
        return List.copyOf(quantities.keySet());
    }

    List<BasketItem> items() {
        return quantities.entrySet().stream()
                .map(line -> new BasketItem(line.getKey(), line.getValue()))
                .toList();
    }

    @Override
    public String toString() {
        return items().stream()
                .map(item -> item.quantity() + " x " + item.product())
                .collect(Collectors.joining(", "));
    }
}
