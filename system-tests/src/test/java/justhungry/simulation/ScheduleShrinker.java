package justhungry.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The search for a small part of a schedule that still fails: it removes ever smaller parts (Zeller's delta debugging).
 */
final class ScheduleShrinker {
    private final Predicate<List<PlannedFault>> fails;

    ScheduleShrinker(Predicate<List<PlannedFault>> fails) {
        this.fails = fails;
    }

    /** A part of the schedule from which no single fault can be removed without losing the failure. */
    List<PlannedFault> shrink(List<PlannedFault> schedule) {
        var left = schedule;
        for (int piece = Math.max(1, left.size() / 2); ; piece = Math.max(1, piece / 2)) {
            var smaller = without(left, piece);
            if (smaller.size() == left.size() && piece == 1) {
                return left;
            }
            left = smaller;
        }
    }

    private List<PlannedFault> without(List<PlannedFault> schedule, int piece) {
        var left = schedule;
        for (int at = 0; at < left.size(); ) {
            var shorter = new ArrayList<>(left);
            shorter.subList(at, Math.min(at + piece, left.size())).clear();
            if (fails.test(shorter)) {
                left = shorter;
            } else {
                at += piece;
            }
        }
        return left;
    }
}
