package justhungry.replay.check.engine;

import java.util.HashSet;
import java.util.Set;

/**
 * A possible world: a possible state, and how it came about. The word is that of Jepsen's checker Knossos ({@code World}
 * and {@code possible-worlds} in {@code knossos.core}). Immutable.
 *
 * @param used the updates of unknown outcome that have an update number in this world, by their indices
 */
record World<S>(S state, Set<Integer> used) {
    World<S> with(S next) {
        return new World<>(next, used);
    }

    World<S> using(int unknown, S next) {
        var more = new HashSet<>(used);
        more.add(unknown);
        return new World<>(next, Set.copyOf(more));
    }
}
