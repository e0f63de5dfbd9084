package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryException;
import justhungry.replay.check.history.HistoryOperation;
import justhungry.replay.check.history.OperationKind;
import justhungry.replay.check.model.ModelCatalogue;
import justhungry.replay.check.model.ModelState;
import justhungry.replay.check.model.PossibleWorlds;
import justhungry.replay.check.model.ReferenceModel;
import justhungry.replay.check.model.UnknownUpdate;
import justhungry.replay.check.model.World;

/**
 * The check of all responses, in the order of their update numbers, against a single server that follows the rules.
 *
 * <p>After a wrong response the check accepts it and continues from there, so that one cause is counted once where that
 * is possible.
 */
final class SequentialCheck {
    /** The owner of the update numbers that no acknowledged update has. */
    enum GapOwner {
        /** Requests of this history with an unknown outcome. */
        OWN,
        /** Requests of other clients, or it cannot be determined. */
        OTHERS
    }

    /**
     * The maximum number of responses that are computed for further possible worlds: as many as a very long history
     * has.
     */
    private static final long MAX_EFFORT = 5_000_000;

    private final History history;
    private final SequentialOrder order;
    private final List<UnknownUpdate> unknown;
    private final GapOwner gaps;
    private final AnomalyCounts anomalies;
    private final ModelState state;
    private final ReferenceModel model;
    private final PossibleWorlds worlds;
    private final AnomalyClassifier classifier;
    private long updateNumber;
    private boolean gapsSeen;

    SequentialCheck(
            History history,
            SequentialOrder order,
            ModelCatalogue catalogue,
            List<UnknownUpdate> unknown,
            GapOwner gaps,
            AnomalyCounts findings) {
        this.history = history;
        this.order = order;
        this.unknown = unknown;
        this.gaps = gaps;
        this.anomalies = findings;
        this.state = new ModelState(catalogue);
        this.model = new ReferenceModel(state);
        this.worlds = new PossibleWorlds(state, model, firstWorlds());
        this.classifier = new AnomalyClassifier(history, state, findings);
        this.updateNumber = order.base();
    }

    /**
     * Checks the whole history.
     *
     * @return false when the check was abandoned because the gaps cannot be filled, or in too many ways
     */
    boolean run() throws IOException, HistoryException {
        var stamps = new MonotonicityCheck(history, anomalies);
        long effort = 0;
        for (int index : order.indices()) {
            long own = history.updateNumber(index);
            long before = history.kind(index) == OperationKind.UPDATE ? own - 1 : own;
            if (before > updateNumber && !fillGap(before)) {
                return false;
            }
            effort += worlds.size() - 1;
            if (effort > MAX_EFFORT) {
                return false;
            }
            updateNumber = Math.max(updateNumber, own);
            stamps.next(index);
            if (history.kind(index) != OperationKind.UNDECIDED) {
                check(index, history.operation(index));
            }
        }
        return true;
    }

    /**
     * The number of the last order before the run is not in the history: it follows from the first order of the run.
     */
    private List<World> firstWorlds() {
        if (order.base() == 0) {
            return List.of(World.plain(0));
        }
        long first = Math.max(1, history.firstOrder().orElse(1));
        long earlier = gaps == GapOwner.OWN && order.gaps() > 0 ? unknown.size() : 0;
        var worlds = new ArrayList<World>();
        for (long last = first - 1; last >= Math.max(0, first - 1 - earlier); last--) {
            worlds.add(World.plain(last));
        }
        return worlds;
    }

    private boolean fillGap(long last) {
        if (gaps == GapOwner.OTHERS) {
            gapsSeen = true;
            state.onUpdatesByOthers(last - updateNumber);
            unknown.stream()
                    .filter(update -> update.lowerBound() < last)
                    .forEach(update -> state.customer(update.user()).becomeUncertain());
            return true;
        }
        for (long gap = updateNumber + 1; gap <= last; gap++) {
            if (!worlds.attribute(gap, unknown)) {
                return false;
            }
        }
        return true;
    }

    private void check(int index, HistoryOperation operation) {
        if (isUncertain(operation)) {
            anomalies.count(CheckMetric.UNDECIDED, 1);
        } else {
            compare(operation);
        }
        if (operation.isOk()) {
            apply(index, operation);
        }
    }

    private void compare(HistoryOperation operation) {
        boolean right = worlds.keep(world -> expectedResponse(world, operation).equals(operation.response()));
        if (!right) {
            classifier.classify(operation, expectedResponse(worlds.any(), operation), worlds.any());
        } else if (gapsSeen && !state.isStockKnown() && dependsOnStock(operation.request())) {
            anomalies.count(CheckMetric.UNDECIDED, 1);
        }
    }

    private JsonObject expectedResponse(World world, HistoryOperation operation) {
        return model.response(world, operation.user(), operation.request(), operation.response());
    }

    /** Whether the response depends on a possible effect of an update of unknown outcome on the user's data. */
    private boolean isUncertain(HistoryOperation operation) {
        var request = operation.request();
        boolean isOwn = !(request instanceof Request.ListProducts
                || request instanceof Request.PriceBasket
                || request instanceof Request.SaveDetails);
        return isOwn && state.customer(operation.user()).isUncertain();
    }

    private static boolean dependsOnStock(Request request) {
        return request instanceof Request.ListProducts || request instanceof Request.PlaceOrder;
    }

    private void apply(int index, HistoryOperation operation) {
        var request = operation.request();
        if (request instanceof Request.PlaceOrder place) {
            place(index, operation, place);
        } else if (request instanceof Request.CancelOrder cancel) {
            cancel(index, operation, cancel.order().number());
        } else if (request instanceof Request.SaveDetails) {
            state.customer(operation.user()).saveDetails(index);
        } else if (request instanceof Request.ListProducts
                && operation.response().get("products") instanceof JsonArray products) {
            state.acceptStock(products, worlds.any());
        }
    }

    private void place(int index, HistoryOperation operation, Request.PlaceOrder place) {
        long number = HistoryOperation.number(operation.response().get("order"));
        model.order(operation.user(), place, number, index).ifPresent(placed -> {
            state.add(placed);
            worlds.change(world -> world.afterOrder(number));
        });
    }

    private void cancel(int index, HistoryOperation operation, long number) {
        var special = worlds.any().order(number);
        if (special.isPresent()) {
            worlds.change(world -> world.order(number).map(world::cancelling).orElse(world));
            return;
        }
        state.order(number, worlds.any())
                .filter(order -> order.customer().name().equals(operation.user()))
                .ifPresentOrElse(order -> state.cancel(order, index), () -> state.onUpdatesByOthers(0));
    }
}
