package justhungry.cli.verification;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import justhungry.api.Request;

/**
 * All ways in which things may have gone so far, when every turn that nobody acknowledged was taken by one of the
 * requests with an unknown outcome. What is said later rules some of them out.
 */
final class Worlds {
    /** Beyond so many, trying all of them would take too long. */
    private static final int MOST = 2_000;

    private final Shop shop;
    private final SingleServer server;
    private List<World> possible;

    Worlds(Shop shop, SingleServer server, List<World> first) {
        this.shop = shop;
        this.server = server;
        this.possible = List.copyOf(first);
    }

    int size() {
        return possible.size();
    }

    /** Any one of them. */
    World one() {
        return possible.get(0);
    }

    /** Keeps those worlds in which something is true; all of them when it is true in none, and then says no. */
    boolean keep(Predicate<World> fits) {
        var kept = possible.stream().filter(fits).toList();
        if (kept.isEmpty()) {
            return false;
        }
        possible = kept;
        settle();
        return true;
    }

    void change(UnaryOperator<World> change) {
        possible = possible.stream().map(change).toList();
    }

    /**
     * A turn was taken by one of these requests: each world becomes as many as there are requests that can have been it.
     *
     * @return no when none can have been it, or when there are too many possibilities to go on with
     */
    boolean fill(long turn, List<Unknown> unknown) {
        var next = new ArrayList<World>();
        for (var world : possible) {
            for (var candidate : candidates(world, turn, unknown)) {
                next.add(after(world.using(candidate), candidate));
            }
            if (next.size() > MOST) {
                return false;
            }
        }
        if (next.isEmpty()) {
            return false;
        }
        possible = List.copyOf(next);
        settle();
        return true;
    }

    /** Of several that are alike, the one that was sent first: it can have been wherever a later one can. */
    private static List<Unknown> candidates(World world, long turn, List<Unknown> unknown) {
        var candidates = new ArrayList<Unknown>();
        for (var one : unknown) {
            if (candidates.size() <= MOST
                    && one.floor() < turn
                    && !world.used().contains(one.index())
                    && candidates.stream().noneMatch(one::isLike)) {
                candidates.add(one);
            }
        }
        return candidates;
    }

    private World after(World world, Unknown update) {
        var said = server.answer(world, update.user(), update.request(), new JsonObject());
        if (!said.get("status").getAsString().equals(Operation.OK)) {
            return world;
        }
        if (update.request() instanceof Request.PlaceOrder place) {
            return server.order(update.user(), place, world.lastOrder() + 1, update.index())
                    .map(world::placing)
                    .orElse(world);
        }
        if (update.request() instanceof Request.CancelOrder cancel) {
            return shop.order(cancel.order().number(), world)
                    .map(world::cancelling)
                    .orElse(world);
        }
        return world.savingDetails(shop.customer(update.user()));
    }

    /** What is so in the only world that is left is certain. */
    private void settle() {
        if (possible.size() == 1 && !one().isSettled()) {
            shop.settle(one());
            possible = List.of(one().settled());
        }
    }
}
