package justhungry.cluster;

import java.util.List;
import java.util.stream.Collectors;
import justhungry.api.BackendStatus;
import justhungry.api.Member;
import justhungry.api.View;
import justhungry.cluster.local.ClusterException;

/**
 * A back end is made primary although it may not hold every acknowledged order, because nobody is left who does.
 *
 * @param current the register's view
 * @param chosen who is to be primary
 * @param answering everybody who answers, the chosen one among them
 */
record ForcedPromotion(View current, BackendStatus chosen, List<BackendStatus> answering) {
    /**
     * Makes sure that nobody is left who holds every order.
     *
     * @throws ClusterException when somebody of the in-sync set answers
     */
    void requireNeeded() {
        if (current.epoch() == 0) {
            throw new ClusterException(
                    "there has never been a view; it comes by itself as soon as two back ends are up");
        }
        answering.stream()
                .map(BackendStatus::member)
                .filter(current::isInSync)
                .findFirst()
                .ifPresent(member -> {
                    throw new ClusterException(
                            "%s answers, and holds every order, so nobody needs to be forced: start a second back end, and orders are taken again"
                                    .formatted(member.name()));
                });
    }

    View next() {
        return current.next(chosen.member(), List.of(chosen.member()));
    }

    /** What may be lost: as much of it as can be known. */
    String warning() {
        long committed = answering.stream()
                .mapToLong(BackendStatus::committedIndex)
                .max()
                .orElse(0);
        var missing = current.inSync().stream().map(Member::name).collect(Collectors.joining(", "));
        var known = committed > chosen.lastIndex()
                ? "Entries %d to %d, which were acknowledged, WILL BE LOST."
                        .formatted(chosen.lastIndex() + 1, committed)
                : "No back end that answers knows of an acknowledged entry after that.";
        return "Every order is held by %s only, and none of them answers. %s holds the entries up to %d. %s Whatever was acknowledged later, and only %s knows of, is lost, too."
                .formatted(missing, chosen.member().name(), chosen.lastIndex(), known, missing);
    }
}
