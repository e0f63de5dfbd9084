package justhungry.replay.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import justhungry.api.shop.Request;
import justhungry.replay.check.engine.HistoryOperation;
import justhungry.replay.check.engine.LogicalTime;
import justhungry.replay.check.engine.LongList;
import justhungry.replay.check.history.Answer;
import justhungry.replay.check.history.UserRequest;

/** The facts about a whole history that its first answer is checked with. */
final class ShopSurvey {
    private final LongList placed = new LongList();
    private long[] sorted = {};
    private Optional<FirstList> firstList = Optional.empty();
    private Optional<FirstOrder> firstOrder = Optional.empty();
    private OptionalLong lowestShown = OptionalLong.empty();

    private record FirstList(long start, long updateNumber, Answer.ProductList list) {}

    private record FirstOrder(long updateNumber, long number) {}

    void observe(HistoryOperation<UserRequest, Answer> operation) {
        long updateNumber = operation.time().map(LogicalTime::updateNumber).orElse(0L);
        var request = operation.request().request();
        if (operation.answer() instanceof Answer.OrderDone done && request instanceof Request.PlaceOrder) {
            observeOrder(done.number(), updateNumber);
        } else if (operation.answer() instanceof Answer.ProductList list && request instanceof Request.ListProducts) {
            if (firstList.isEmpty() || operation.start() < firstList.get().start()) {
                firstList = Optional.of(new FirstList(operation.start(), updateNumber, list));
            }
        } else if (operation.answer() instanceof Answer.OrderPage page) {
            page.orders()
                    .forEach(order -> lowestShown =
                            OptionalLong.of(Math.min(order.number(), lowestShown.orElse(order.number()))));
        }
    }

    private void observeOrder(long number, long updateNumber) {
        placed.add(number);
        if (firstOrder.isEmpty() || updateNumber < firstOrder.get().updateNumber()) {
            firstOrder = Optional.of(new FirstOrder(updateNumber, number));
        }
    }

    /** Whether an order of this number was acknowledged, at any time. */
    boolean isAcknowledged(long order) {
        if (sorted.length != placed.size()) {
            sorted = placed.sorted();
        }
        return Arrays.binarySearch(sorted, order) >= 0;
    }

    /** The update number of the product list that was requested first: its stock is the initial one. */
    long base() {
        return firstList().updateNumber();
    }

    Answer.ProductList products() {
        return firstList().list();
    }

    /**
     * The order number of the acknowledged order with the lowest update number; without one, the lowest shown order
     * number; without one, 1.
     */
    long firstOrder() {
        return Math.max(1, firstOrder.map(FirstOrder::number).orElseGet(() -> lowestShown.orElse(1)));
    }

    private FirstList firstList() {
        return firstList.orElseThrow(() -> new IllegalArgumentException(
                "no PRODUCT_LIST was answered; a history needs one, for the initial stock"));
    }
}
