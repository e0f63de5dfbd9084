package justhungry.replay.check.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A list of orders sorted by number. Adding the newest one takes constant time; a page, time in proportion to its
 * orders.
 */
final class OrderList {
    private final List<ModelOrder> ascending = new ArrayList<>();

    void add(ModelOrder order) {
        ascending.add(firstFrom(order.number()), order);
    }

    void remove(ModelOrder order) {
        if (find(order.number()).isPresent()) {
            ascending.remove(firstFrom(order.number()));
        }
    }

    Optional<ModelOrder> find(long number) {
        int at = firstFrom(number);
        return at < ascending.size() && ascending.get(at).number() == number
                ? Optional.of(ascending.get(at))
                : Optional.empty();
    }

    /** A list of these orders and others. */
    OrderList with(List<ModelOrder> others) {
        var all = new OrderList();
        all.ascending.addAll(ascending);
        others.forEach(all::add);
        return all;
    }

    /** The orders below a number (or all) that match, from the highest down, at most {@code max}. */
    List<ModelOrder> page(OptionalLong before, int max, Predicate<ModelOrder> filter) {
        var page = new ArrayList<ModelOrder>();
        int end = before.isPresent() ? firstFrom(before.getAsLong()) : ascending.size();
        for (int i = end - 1; i >= 0 && page.size() < max; i--) {
            if (filter.test(ascending.get(i))) {
                page.add(ascending.get(i));
            }
        }
        return page;
    }

    private int firstFrom(long number) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
