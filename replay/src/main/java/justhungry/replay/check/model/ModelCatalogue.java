package justhungry.replay.check.model;

import com.google.gson.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import justhungry.replay.check.history.JsonFields;
import justhungry.replay.check.history.LongList;

/** The products and their prices, which never change. A product is named by its position, from 0. */
public final class ModelCatalogue {
    private final List<String> names = new ArrayList<>();
    private final LongList prices = new LongList();
    private final Map<String, Integer> positions = new HashMap<>();

    /**
     * The catalogue of a product list.
     *
     * @throws IllegalArgumentException when the list is not valid
     */
    public ModelCatalogue(JsonArray products) {
        for (var element : products) {
            var product = JsonFields.of("/response/products", element);
            positions.put(product.text("name"), names.size());
            names.add(product.text("name"));
            prices.add(ModelMoney.parse(product.text("price")));
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

    OptionalInt position(String name) {
        var place = positions.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
