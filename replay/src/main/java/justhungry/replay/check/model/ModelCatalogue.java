package justhungry.replay.check.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import justhungry.api.shop.DeliveryOption;
import justhungry.replay.check.history.Answer;

/**
 * The products and their prices, which never change, and the checker's own list of fees. A product is named by its
 * position, from 0.
 */
public final class ModelCatalogue {
    private static final Map<DeliveryOption, Long> FEES =
            Map.of(DeliveryOption.TWO_HOURS, 300L, DeliveryOption.SAME_DAY, 100L, DeliveryOption.NEXT_DAY, 0L);

    private final List<Answer.AnswerProduct> products;
    private final Map<String, Integer> positions = new HashMap<>();

    public ModelCatalogue(Answer.ProductList list) {
        this.products = list.products();
        for (int place = 0; place < products.size(); place++) {
            positions.put(name(place), place);
        }
    }

    public int size() {
        return products.size();
    }

    public String name(int place) {
        return products.get(place).name();
    }

    /** In pence. */
    public long price(int place) {
        return products.get(place).price();
    }

    /** In pence. */
    public long fee(DeliveryOption delivery) {
        return FEES.getOrDefault(delivery, 0L);
    }

    OptionalInt position(String name) {
        var place = positions.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
