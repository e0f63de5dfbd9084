package justhungry.replay.check.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import justhungry.api.shop.BasketItem;

/** The lines of a basket: positions in the catalogue with their quantities, in the basket's order, 8 bytes each. */
final class BasketLines {
    private final int[] positionsAndQuantities;

    private BasketLines(int[] placesAndQuantities) {
        this.positionsAndQuantities = placesAndQuantities;
    }

    /** The lines of a basket; empty when a product is unknown. */
    static Optional<BasketLines> of(List<BasketItem> items, ModelCatalogue catalogue) {
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

    int size() {
        return positionsAndQuantities.length / 2;
    }

    int position(int line) {
        return positionsAndQuantities[2 * line];
    }

    int quantity(int line) {
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

    /** In pence; {@link Long#MAX_VALUE} when it is above the highest cost of an order. */
    long cost(ModelCatalogue catalogue) {
        long pence = 0;
        for (int i = 0; i < size(); i++) {
            pence += catalogue.price(position(i)) * quantity(i);
            if (pence > ModelMoney.MAX_COST) { // at once, before the sum can overflow
                return Long.MAX_VALUE;
            }
        }
        return pence;
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
