package justhungry.replay.check.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import justhungry.api.shop.BasketItem;

/** The lines of a basket: positions in the catalogue with their quantities, in the basket's order, 8 bytes each. */
public final class BasketLines {
    /** The highest cost of an order or a basket, in pence. */
    static final long MAX_COST = 1_000_000_000;

    private final int[] positionsAndQuantities;

    private BasketLines(int[] placesAndQuantities) {
        this.positionsAndQuantities = placesAndQuantities;
    }

    /** The lines of a basket; empty when a product is unknown. */
    public static Optional<BasketLines> of(List<BasketItem> items, ModelCatalogue catalogue) {
        var numbers = new int[2 * items.size()];
        for (int i = 0; i < items.size(); i++) {
            var place = catalogue.position(items.get(i).product());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            numbers[2 * i] = place.getAsInt();
            numbers[2 * i + 1] = items.get(i).quantity();
        }
        return Optional.of(new BasketLines(numbers));
    }

    public int size() {
        return positionsAndQuantities.length / 2;
    }

    public int position(int line) {
        return positionsAndQuantities[2 * line];
    }

    public int quantity(int line) {
        return positionsAndQuantities[2 * line + 1];
    }

    /** The quantity of one product. */
    long quantityOf(int place) {
        for (int i = 0; i < size(); i++) {
            if (position(i) == place) {
                return quantity(i);
            }
        }
        return 0;
    }

    /** In pence; empty when it is above the highest cost of an order. */
    OptionalLong cost(ModelCatalogue catalogue) {
        long pence = 0;
        for (int i = 0; i < size(); i++) {
            if (catalogue.price(position(i)) > (MAX_COST - pence) / quantity(i)) { // before the sum can overflow
                return OptionalLong.empty();
            }
            pence += catalogue.price(position(i)) * quantity(i);
        }
        return OptionalLong.of(pence);
    }

    /** Whether it costs more than an order may, with something added. */
    public boolean isTooExpensive(ModelCatalogue catalogue, long extras) {
        var cost = cost(catalogue);
        return cost.isEmpty() || cost.getAsLong() + extras > MAX_COST;
    }

    /** The basket for people. */
    public static String words(List<BasketItem> items) {
        return items.stream()
                .map(item -> item.product() + " " + item.quantity())
                .collect(Collectors.joining(", "));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BasketLines lines
                && Arrays.equals(positionsAndQuantities, lines.positionsAndQuantities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(positionsAndQuantities);
    }
}
