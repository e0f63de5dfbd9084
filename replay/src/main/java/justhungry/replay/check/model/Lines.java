package justhungry.replay.check.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import justhungry.api.shop.Item;

/** The lines of a basket: positions in the catalogue with their quantities, in the basket's order, 8 bytes each. */
final class Lines {
    private final int[] placesAndQuantities;

    private Lines(int[] placesAndQuantities) {
        this.placesAndQuantities = placesAndQuantities;
    }

    /** The lines of a basket; empty when a product is unknown. */
    static Optional<Lines> of(List<Item> items, Catalogue catalogue) {
        var numbers = new int[2 * items.size()];
        for (int i = 0; i < items.size(); i++) {
            var place = catalogue.place(items.get(i).product());
            if (place.isEmpty()) {
                return Optional.empty();
            }
            numbers[2 * i] = place.getAsInt();
            numbers[2 * i + 1] = items.get(i).quantity();
        }
        return Optional.of(new Lines(numbers));
    }

    int size() {
        return placesAndQuantities.length / 2;
    }

    int place(int line) {
        return placesAndQuantities[2 * line];
    }

    int quantity(int line) {
        return placesAndQuantities[2 * line + 1];
    }

    /** The quantity of one product. */
    long quantityOf(int place) {
        for (int i = 0; i < size(); i++) {
            if (place(i) == place) {
                return quantity(i);
            }
        }
        return 0;
    }

    /** In pence; {@link Long#MAX_VALUE} when it is above the highest cost of an order. */
    long cost(Catalogue catalogue) {
        long pence = 0;
        for (int i = 0; i < size(); i++) {
            pence += catalogue.price(place(i)) * quantity(i);
            if (pence > Pence.MOST) { // at once, before the sum can overflow
                return Long.MAX_VALUE;
            }
        }
        return pence;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lines lines && Arrays.equals(placesAndQuantities, lines.placesAndQuantities);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(placesAndQuantities);
    }
}
