package justhungry.replay.check.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import justhungry.replay.check.history.Answer;

/**
 * The products with their prices and the deliveries with their fees, as a product list shows them; they never change. A
 * product is named by its position, from 0.
 */
public final class ModelCatalogue {
    private final List<Answer.AnswerProduct> products;
    private final List<Answer.AnswerDelivery> deliveries;
    private final Map<String, Integer> positions = new HashMap<>();

    public ModelCatalogue(Answer.ProductList list) {
        this.products = list.products();
        this.deliveries = list.deliveries();
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

    public List<Answer.AnswerDelivery> deliveries() {
        return deliveries;
    }

    public Optional<Answer.AnswerDelivery> delivery(String code) {
        return deliveries.stream()
                .filter(delivery -> delivery.code().equals(code))
                .findFirst();
    }

    OptionalInt position(String name) {
        var place = positions.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
