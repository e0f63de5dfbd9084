package justhungry.replay.check.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A possible world: the assumed effects of the requests of unknown outcome, beside the certain state. The word is that of
 * Jepsen's checker Knossos ({@code World} and {@code possible-worlds} in {@code knossos.core}). Immutable.
 *
 * @param lastOrder the highest order number so far
 * @param used the requests of unknown outcome that have an update number in this world, by their indices
 * @param placed the orders that they placed
 * @param cancelled the orders that are cancelled in this world but not in the certain state; certain orders among them
 * @param withDetails the users whose details they saved
 */
public record World(
        long lastOrder,
        Set<Integer> used,
        List<ModelOrder> placed,
        List<ModelOrder> cancelled,
        Set<ModelCustomer> withDetails) {
    public static World plain(long lastOrder) {
        return new World(lastOrder, Set.of(), List.of(), List.of(), Set.of());
    }

    public World afterOrder(long number) {
        return new World(number, used, placed, cancelled, withDetails);
    }

    World using(UnknownUpdate unknown) {
        return new World(lastOrder, plus(used, unknown.index()), placed, cancelled, withDetails);
    }

    World placing(ModelOrder order) {
        return new World(order.number(), used, plus(placed, order), cancelled, withDetails);
    }

    public World cancelling(ModelOrder order) {
        return new World(lastOrder, used, placed, plus(cancelled, order), withDetails);
    }

    World savingDetails(ModelCustomer customer) {
        return new World(lastOrder, used, placed, cancelled, plus(withDetails, customer));
    }

    /** The world that remains when all of its effects have become certain. */
    World withoutEffects() {
        return new World(lastOrder, used, List.of(), List.of(), Set.of());
    }

    boolean hasNoEffects() {
        return placed.isEmpty() && cancelled.isEmpty() && withDetails.isEmpty();
    }

    public boolean isCancelled(ModelOrder order) {
        return order.isCancelled() || cancelled.contains(order);
    }

    boolean hasDetails(ModelCustomer customer) {
        return customer.hasDetails() || withDetails.contains(customer);
    }

    public Optional<ModelOrder> order(long number) {
        return placed.stream().filter(order -> order.number() == number).findFirst();
    }

    /** The pieces of a product that this world's own orders hold; below 0 when its cancellations returned more. */
    long taken(int place) {
        long taken = 0;
        for (var order : placed) {
            taken += order.lines().quantityOf(place);
        }
        for (var order : cancelled) {
            taken -= order.lines().quantityOf(place);
        }
        return taken;
    }

    private static <T> List<T> plus(List<T> values, T value) {
        var more = new ArrayList<>(values);
        more.add(value);
        return List.copyOf(more);
    }

    private static <T> Set<T> plus(Set<T> values, T value) {
        var more = new HashSet<>(values);
        more.add(value);
        return Set.copyOf(more);
    }
}
