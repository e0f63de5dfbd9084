package justhungry.replay.check.model;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import justhungry.replay.check.history.Fields;
import justhungry.replay.check.history.LongColumn;

/** The products and their prices, which never change. A product is named by its position, from 0. */
public final class Catalogue {
    private final List<String> names = new ArrayList<>();
    private final LongColumn prices = new LongColumn();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * The catalogue of a product list.
     *
     * @throws IllegalArgumentException when the list is not valid
     */
    public Catalogue(JsonArray products) {
        for (var element : products) {
            var product = Fields.of("/response/products", element);
            places.put(product.text("name"), names.size());
            names.add(product.text("name"));
            prices.add(Pence.parse(product.text("price")));
        }
    }

    int size() {
        return names.size();
    }

    String name(int place) {
        return names.get(place);
    }

    /** In pence. */
    long price(int place) {
        return prices.get(place);
    }

    OptionalInt place(String name) {
        var place = places.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
