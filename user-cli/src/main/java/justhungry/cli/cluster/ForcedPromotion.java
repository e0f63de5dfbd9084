package justhungry.cli.cluster;

import java.util.List;
import java.util.stream.Collectors;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.cluster.process.ClusterException;

/**
 * The promotion of a back end that may not hold every acknowledged order, because no back end is left that does.
 *
 * @param current the register's view
 * @param chosen the future primary
 * @param answering all back ends that answer, including the chosen one
 */
record ForcedPromotion(View current, BackendStatus chosen, List<BackendStatus> answering) {
    /**
     * Checks that no back end is left that holds every order.
     *
     * @throws ClusterException when a member of the in-sync set answers
     */
    void requireNeeded() {
        if (current.epoch() == 0) {
            throw new ClusterException("there has never been a view; the first one forms when two back ends are up");
        }
        answering.stream()
                .map(BackendStatus::member)
                .filter(current::isInSync)
                .findFirst()
                .ifPresent(member -> {
                    throw new ClusterException(
                            "%s answers and holds every order, so nothing needs to be forced. To see whether orders are taken: just-hungry status"
                                    .formatted(member.name()));
                });
    }

    View nextView() {
        return current.next(chosen.member(), List.of(chosen.member()));
    }

    /** The loss that is possible, as far as it is known. */
    String warning() {
        long committed = answering.stream()
                .mapToLong(BackendStatus::committedIndex)
                .max()
                .orElse(0);
        var missing = current.inSync().stream().map(Member::name).collect(Collectors.joining(", "));
        var loss = committed > chosen.lastIndex()
                ? "Entries %1$d to %2$d, which were acknowledged, WILL BE LOST, and so will anything acknowledged after entry %2$d."
                        .formatted(chosen.lastIndex() + 1, committed)
                : "Anything acknowledged after entry %d WILL BE LOST; no back end that answers knows of such an entry."
                        .formatted(chosen.lastIndex());
        return "Only these back ends hold every order, and none of them answers: %s. %s holds the entries up to %d. %s"
                .formatted(missing, chosen.member().name(), chosen.lastIndex(), loss);
    }
}
