package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryException;
import justhungry.replay.check.history.Operation;
import justhungry.replay.check.history.Place;
import justhungry.replay.check.model.Catalogue;
import justhungry.replay.check.model.Shop;
import justhungry.replay.check.model.SingleServer;
import justhungry.replay.check.model.Unknown;
import justhungry.replay.check.model.World;
import justhungry.replay.check.model.Worlds;

/**
 * The check of all responses, in the order of their update numbers, against a single server that follows the rules.
 *
 * <p>After a wrong response the check accepts it and continues from there, so that one cause is counted once where that
 * is possible.
 */
final class Examination {
    /** The owner of the update numbers that no acknowledged update has. */
    enum Gaps {
        /** Requests of this history with an unknown outcome. */
        OWN,
        /** Requests of other clients, or it cannot be determined. */
        ANYBODYS
    }

    /**
     * The maximum number of responses that are computed for further possible worlds: as many as a very long history
     * has.
     */
    private static final long MOST_EFFORT = 5_000_000;

    private final History history;
    private final TurnOrder order;
    private final List<Unknown> unknown;
    private final Gaps gaps;
    private final Findings findings;
    private final Shop shop;
    private final SingleServer server;
    private final Worlds worlds;
    private final Diagnosis diagnosis;
    private long turn;
    private boolean gapsSeen;

    Examination(
            History history,
            TurnOrder order,
            Catalogue catalogue,
            List<Unknown> unknown,
            Gaps gaps,
            Findings findings) {
        this.history = history;
        this.order = order;
        this.unknown = unknown;
        this.gaps = gaps;
        this.findings = findings;
        this.shop = new Shop(catalogue);
        this.server = new SingleServer(shop);
        this.worlds = new Worlds(shop, server, firstWorlds());
        this.diagnosis = new Diagnosis(history, shop, findings);
        this.turn = order.base();
    }

    /**
     * Checks the whole history.
     *
     * @return false when the check was abandoned because the gaps cannot be filled, or in too many ways
     */
    boolean run() throws IOException, HistoryException {
        var stamps = new Stamps(history, findings);
        long effort = 0;
        for (int index : order.indices()) {
            long own = history.turn(index);
            long before = history.place(index) == Place.UPDATE ? own - 1 : own;
            if (before > turn && !passGap(before)) {
                return false;
            }
            effort += worlds.size() - 1;
            if (effort > MOST_EFFORT) {
                return false;
            }
            turn = Math.max(turn, own);
            stamps.next(index);
            if (history.place(index) != Place.UNDECIDED) {
                examine(index, history.operation(index));
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
        long earlier = gaps == Gaps.OWN && order.gaps() > 0 ? unknown.size() : 0;
        var worlds = new ArrayList<World>();
        for (long last = first - 1; last >= Math.max(0, first - 1 - earlier); last--) {
            worlds.add(World.plain(last));
        }
        return worlds;
    }

    private boolean passGap(long last) {
        if (gaps == Gaps.ANYBODYS) {
            gapsSeen = true;
            shop.othersActed(last - turn);
            unknown.stream()
                    .filter(update -> update.floor() < last)
                    .forEach(update -> shop.customer(update.user()).becomeDoubtful());
            return true;
        }
        for (long gap = turn + 1; gap <= last; gap++) {
            if (!worlds.fill(gap, unknown)) {
                return false;
            }
        }
        return true;
    }

    private void examine(int index, Operation operation) {
        if (isDoubtful(operation)) {
            findings.count(Figure.UNDECIDED, 1);
        } else {
            judge(operation);
        }
        if (operation.isOk()) {
            carryOut(index, operation);
        }
    }

    private void judge(Operation operation) {
        boolean right = worlds.keep(world -> answer(world, operation).equals(operation.response()));
        if (!right) {
            diagnosis.judge(operation, answer(worlds.one(), operation), worlds.one());
        } else if (gapsSeen && !shop.isStockKnown() && tellsOfStock(operation.request())) {
            findings.count(Figure.UNDECIDED, 1);
        }
    }

    private JsonObject answer(World world, Operation operation) {
        return server.answer(world, operation.user(), operation.request(), operation.response());
    }

    /** Whether the response depends on a possible effect of an update of unknown outcome on the user's data. */
    private boolean isDoubtful(Operation operation) {
        var request = operation.request();
        boolean isOwn = !(request instanceof Request.ListProducts
                || request instanceof Request.PriceBasket
                || request instanceof Request.SaveDetails);
        return isOwn && shop.customer(operation.user()).isDoubtful();
    }

    private static boolean tellsOfStock(Request request) {
        return request instanceof Request.ListProducts || request instanceof Request.PlaceOrder;
    }

    private void carryOut(int index, Operation operation) {
        var request = operation.request();
        if (request instanceof Request.PlaceOrder place) {
            place(index, operation, place);
        } else if (request instanceof Request.CancelOrder cancel) {
            cancel(index, operation, cancel.order().number());
        } else if (request instanceof Request.SaveDetails) {
            shop.customer(operation.user()).saveDetails(index);
        } else if (request instanceof Request.ListProducts
                && operation.response().get("products") instanceof JsonArray products) {
            shop.believe(products, worlds.one());
        }
    }

    private void place(int index, Operation operation, Request.PlaceOrder place) {
        long number = Operation.number(operation.response().get("order"));
        server.order(operation.user(), place, number, index).ifPresent(placed -> {
            shop.add(placed);
            worlds.change(world -> world.afterOrder(number));
        });
    }

    private void cancel(int index, Operation operation, long number) {
        var special = worlds.one().order(number);
        if (special.isPresent()) {
            worlds.change(world -> world.order(number).map(world::cancelling).orElse(world));
            return;
        }
        shop.order(number, worlds.one())
                .filter(order -> order.customer().name().equals(operation.user()))
                .ifPresentOrElse(order -> shop.cancel(order, index), () -> shop.othersActed(0));
    }
}
