package justhungry.replay.check.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A possible state of the shop: the assumed effects of updates of unknown outcome, beside the certain state in
 * {@link ModelState}. Immutable.
 *
 * @param lastOrder the highest order number so far
 * @param placed the orders that those updates placed
 * @param cancelled the orders that are cancelled here but not in the certain state; certain orders among them
 * @param withDetails the users whose details they saved
 */
public record AssumedEffects(
        long lastOrder, List<ModelOrder> placed, List<ModelOrder> cancelled, Set<ModelCustomer> withDetails) {
    public static AssumedEffects none(long lastOrder) {
        return new AssumedEffects(lastOrder, List.of(), List.of(), Set.of());
    }

    public AssumedEffects afterOrder(long number) {
        return new AssumedEffects(number, placed, cancelled, withDetails);
    }

    public AssumedEffects placing(ModelOrder order) {
        return new AssumedEffects(order.number(), plus(placed, order), cancelled, withDetails);
    }

    public AssumedEffects cancelling(ModelOrder order) {
        return new AssumedEffects(lastOrder, placed, plus(cancelled, order), withDetails);
    }

    public AssumedEffects savingDetails(ModelCustomer customer) {
        var more = new HashSet<>(withDetails);
        more.add(customer);
        return new AssumedEffects(lastOrder, placed, cancelled, Set.copyOf(more));
    }

    public boolean isCancelled(ModelOrder order) {
        return order.isCancelled() || cancelled.contains(order);
    }

    public boolean hasDetails(ModelCustomer customer) {
        return customer.hasDetails() || withDetails.contains(customer);
    }

    /** An order that is placed here only. */
    public Optional<ModelOrder> order(long number) {
        return placed.stream().filter(order -> order.number() == number).findFirst();
    }

    /** The pieces of a product that the assumed orders hold; below 0 when the assumed cancellations returned more. */
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

    private static List<ModelOrder> plus(List<ModelOrder> orders, ModelOrder order) {
        var more = new ArrayList<>(orders);
        more.add(order);
        return List.copyOf(more);
    }
}
