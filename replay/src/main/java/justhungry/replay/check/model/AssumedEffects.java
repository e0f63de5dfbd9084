package justhungry.replay.check.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import justhungry.replay.check.history.Answer;

/**
 * A possible state of the shop: the assumed effects of updates of unknown outcome, beside the certain state in
 * {@link ModelState}. Immutable.
 *
 * @param lastOrder the highest order number so far
 * @param placed the orders that those updates placed
 * @param cancelled the orders that are cancelled here but not in the certain state; certain orders among them
 * @param details the contact details that they saved, as far as they are the users' last ones
 */
public record AssumedEffects(
        long lastOrder,
        List<ModelOrder> placed,
        List<ModelOrder> cancelled,
        Map<ModelCustomer, Answer.SavedDetails> details) {
    public static AssumedEffects none(long lastOrder) {
        return new AssumedEffects(lastOrder, List.of(), List.of(), Map.of());
    }

    public AssumedEffects afterOrder(long number) {
        return new AssumedEffects(number, placed, cancelled, details);
    }

    public AssumedEffects placing(ModelOrder order) {
        return new AssumedEffects(order.number(), plus(placed, order), cancelled, details);
    }

    public AssumedEffects cancelling(ModelOrder order) {
        return new AssumedEffects(lastOrder, placed, plus(cancelled, order), details);
    }

    public AssumedEffects savingDetails(ModelCustomer customer, Answer.SavedDetails saved) {
        var more = new HashMap<>(details);
        more.put(customer, saved);
        return new AssumedEffects(lastOrder, placed, cancelled, Map.copyOf(more));
    }

    /** The same when the user has saved details with certainty, after all that is assumed. */
    public AssumedEffects afterDetailsOf(ModelCustomer customer) {
        if (!details.containsKey(customer)) {
            return this;
        }
        var fewer = new HashMap<>(details);
        fewer.remove(customer);
        return new AssumedEffects(lastOrder, placed, cancelled, Map.copyOf(fewer));
    }

    public boolean isCancelled(ModelOrder order) {
        return order.isCancelled() || cancelled.contains(order);
    }

    /** The contact details that the user has saved last. */
    public Optional<Answer.SavedDetails> details(ModelCustomer customer) {
        return Optional.ofNullable(details.get(customer)).or(customer::details);
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
