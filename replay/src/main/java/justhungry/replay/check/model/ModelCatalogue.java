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
    /** The deliveries of a history of an early version, whose product lists show none. */
    private static final List<Answer.AnswerDelivery> DEFAULT_DELIVERIES = List.of(
            new Answer.AnswerDelivery("TWO_HOURS", "within the next 2 hours", 300),
            new Answer.AnswerDelivery("SAME_DAY", "same day", 100),
            new Answer.AnswerDelivery("NEXT_DAY", "next day", 0));

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

    /** The deliveries that a product list shows. */
    public List<Answer.AnswerDelivery> shownDeliveries() {
        return deliveries;
    }

    public Optional<Answer.AnswerDelivery> delivery(String code) {
        return (deliveries.isEmpty() ? DEFAULT_DELIVERIES : deliveries)
                .stream().filter(delivery -> delivery.code().equals(code)).findFirst();
    }

    OptionalInt position(String name) {
        var place = positions.get(name);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
