package justhungry.replay.check.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All possible worlds so far, when every update number without an acknowledged update belongs to one of the updates of
 * unknown outcome. Later answers rule some of them out. The model's certain state changes with them, so only the newest
 * ones may be used.
 */
final class PossibleWorlds<S, Q, A> {
    /** The maximum number of worlds; checking more would take too long. */
    private static final int MAX_WORLDS = 2_000;

    private final Model<S, Q, A> model;
    private final List<World<S>> possible;

    private PossibleWorlds(Model<S, Q, A> model, List<World<S>> possible) {
        this.model = model;
        this.possible = possible;
    }

    static <S, Q, A> PossibleWorlds<S, Q, A> of(Model<S, Q, A> model, List<S> states) {
        return new PossibleWorlds<>(
                model,
                states.stream().map(state -> new World<>(state, Set.of())).toList());
    }

    int size() {
        return possible.size();
    }

    /** The state of any one of the worlds. */
    S any() {
        return possible.get(0).state();
    }

    /** The worlds whose state fulfils a condition; empty when there is none. */
    Optional<PossibleWorlds<S, Q, A>> keep(Predicate<S> fits) {
        return settled(
                possible.stream().filter(world -> fits.test(world.state())).toList());
    }

    /** The worlds after an operation whose answer is taken as right. */
    PossibleWorlds<S, Q, A> accept(int index, HistoryOperation<Q, A> operation) {
        var states = model.accept(possible.stream().map(World::state).toList(), index, operation);
        var next = new ArrayList<World<S>>();
        for (int i = 0; i < possible.size(); i++) {
            next.add(possible.get(i).with(states.get(i)));
        }
        return new PossibleWorlds<>(model, next);
    }

    /**
     * The worlds when an update number belongs to one of these updates: each world becomes one world for each possible
     * update. Empty when none is possible, or when there are too many worlds.
     */
    Optional<PossibleWorlds<S, Q, A>> attribute(long number, List<UnknownUpdate<Q, A>> unknown) {
        var next = new ArrayList<World<S>>();
        for (var world : possible) {
            for (var candidate : candidates(world, number, unknown)) {
                var step = model.step(world.state(), candidate.request(), candidate.answer());
                next.add(world.using(candidate.index(), step.next()));
            }
            if (next.size() > MAX_WORLDS) {
                return Optional.empty();
            }
        }
        return settled(next);
    }

    /**
     * The possible updates; of several with the same effect, only the first sent, which is possible wherever a later one
     * is.
     */
    private static <S, Q, A> List<UnknownUpdate<Q, A>> candidates(
            World<S> world, long number, List<UnknownUpdate<Q, A>> unknown) {
        var candidates = new ArrayList<UnknownUpdate<Q, A>>();
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

    private Optional<PossibleWorlds<S, Q, A>> settled(List<World<S>> worlds) {
        if (worlds.isEmpty()) {
            return Optional.empty();
        }
        var only = worlds.get(0);
        return Optional.of(new PossibleWorlds<>(
                model, worlds.size() == 1 ? List.of(only.with(model.settle(only.state()))) : worlds));
    }
}
