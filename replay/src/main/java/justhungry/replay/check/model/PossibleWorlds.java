package justhungry.replay.check.model;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import justhungry.api.shop.Request;
import justhungry.replay.check.history.HistoryOperation;

/**
 * All possible worlds so far, when every update number without an acknowledged update belongs to one of the requests of
 * unknown outcome. Later responses rule some of them out.
 */
public final class PossibleWorlds {
    /** The maximum number of worlds; checking more would take too long. */
    private static final int MAX_WORLDS = 2_000;

    private final ModelState state;
    private final ReferenceModel model;
    private List<World> possible;

    public PossibleWorlds(ModelState shop, ReferenceModel server, List<World> first) {
        this.state = shop;
        this.model = server;
        this.possible = List.copyOf(first);
    }

    public int size() {
        return possible.size();
    }

    /** Any one of the worlds. */
    public World any() {
        return possible.get(0);
    }

    /** Keeps the worlds in which a condition is true. When it is true in none, keeps all and returns false. */
    public boolean keep(Predicate<World> fits) {
        var kept = possible.stream().filter(fits).toList();
        if (kept.isEmpty()) {
            return false;
        }
        possible = kept;
        makeCertain();
        return true;
    }

    public void change(UnaryOperator<World> change) {
        possible = possible.stream().map(change).toList();
    }

    /**
     * Attributes an update number to one of these requests: each world becomes one world for each possible request.
     *
     * @return false when no request is possible, or when there are too many worlds
     */
    public boolean attribute(long number, List<UnknownUpdate> unknown) {
        var next = new ArrayList<World>();
        for (var world : possible) {
            for (var candidate : candidates(world, number, unknown)) {
                next.add(after(world.using(candidate), candidate));
            }
            if (next.size() > MAX_WORLDS) {
                return false;
            }
        }
        if (next.isEmpty()) {
            return false;
        }
        possible = List.copyOf(next);
        makeCertain();
        return true;
    }

    /**
     * The possible requests; of several with the same effect, only the first sent, which is possible wherever a later
     * one is.
     */
    private static List<UnknownUpdate> candidates(World world, long number, List<UnknownUpdate> unknown) {
        var candidates = new ArrayList<UnknownUpdate>();
        for (var one : unknown) {
            if (candidates.size() <= MAX_WORLDS
                    && one.lowerBound() < number
                    && !world.used().contains(one.index())
                    && candidates.stream().noneMatch(one::hasSameEffectAs)) {
                candidates.add(one);
            }
        }
        return candidates;
    }

    private World after(World world, UnknownUpdate update) {
        var said = model.response(world, update.user(), update.request(), new JsonObject());
        if (!said.get("status").getAsString().equals(HistoryOperation.OK)) {
            return world;
        }
        if (update.request() instanceof Request.PlaceOrder place) {
            return model.order(update.user(), place, world.lastOrder() + 1, update.index())
                    .map(world::placing)
                    .orElse(world);
        }
        if (update.request() instanceof Request.CancelOrder cancel) {
            return state.order(cancel.order().number(), world)
                    .map(world::cancelling)
                    .orElse(world);
        }
        return world.savingDetails(state.customer(update.user()));
    }

    /** The effects of the only world that is left are certain. */
    private void makeCertain() {
        if (possible.size() == 1 && !any().hasNoEffects()) {
            state.makeCertain(any());
            possible = List.of(any().withoutEffects());
        }
    }
}
