package justhungry.cli.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.cluster.process.ClusterException;

/**
 * The view with which a new name server continues a cluster whose view register is lost, from the logs of the back ends.
 *
 * @param listing the new name server's
 * @param answering all back ends that answer
 */
record RegisterRebuild(DirectoryListing listing, List<BackendStatus> answering) {
    /** Back ends that are away may have seen later epochs than those that answer, but hardly so many. */
    private static final long EPOCHS_LEFT_OUT = 1_000;

    /**
     * Checks that the register is lost, and that the back ends which answer are of one cluster.
     *
     * @throws ClusterException when they are not, or there is nothing to continue with
     */
    void requireNeeded() {
        if (listing.view().epoch() > 0) {
            throw new ClusterException(
                    "this name server has a view (%s), so its register is not lost. If all its in-sync back ends are lost, see: just-hungry force-primary --help"
                            .formatted(listing.view()));
        }
        var clusters =
                members().stream().map(BackendRegistration::cluster).distinct().toList();
        if (clusters.isEmpty()) {
            throw new ClusterException(
                    "no back end that answers has been in a cluster: start those that have the orders, and let them"
                            + " register at this name server");
        }
        if (clusters.size() > 1) {
            throw new ClusterException(
                    "the back ends belong to different clusters (%s): stop those that do not belong here"
                            .formatted(members().stream()
                                    .map(member -> member.name() + " to " + member.cluster())
                                    .collect(Collectors.joining(", "))));
        }
    }

    UUID cluster() {
        return members().get(0).cluster();
    }

    /** The back ends that answer and have been in a cluster. */
    private List<BackendRegistration> members() {
        return listing.backends().stream()
                .filter(backend -> !backend.cluster().equals(BackendRegistration.NO_CLUSTER))
                .filter(backend ->
                        withData().stream().anyMatch(status -> status.member().equals(backend.member())))
                .toList();
    }

    private List<BackendStatus> withData() {
        return answering.stream()
                .filter(status -> status.lastIndex() > 0 || status.epoch() > 0)
                .toList();
    }

    /** The newest view that one of them knows; none when all were restarted since the register was lost. */
    private View newestKnown() {
        return answering.stream()
                .map(BackendStatus::view)
                .max(Comparator.comparingLong(View::epoch))
                .orElse(View.NONE);
    }

    /** The one with the longest log, of those that the newest known view names in sync; of all, when none of these answers. */
    private BackendStatus chosen() {
        var known = newestKnown();
        var candidates = withData().stream()
                .filter(status -> known.isInSync(status.member()))
                .toList();
        return (candidates.isEmpty() ? withData() : candidates)
                .stream()
                        .max(Comparator.comparingLong(BackendStatus::lastEpoch)
                                .thenComparingLong(BackendStatus::lastIndex)
                                .thenComparing(status -> status.member().equals(known.leader()))
                                .thenComparing(BackendStatus::member, Comparator.reverseOrder()))
                        .orElseThrow();
    }

    /** The chosen one alone leads it: the others catch up from it, whatever they have. */
    View nextView() {
        var primary = chosen().member();
        long seen = answering.stream()
                .mapToLong(status -> Math.max(status.epoch(), status.view().epoch()))
                .max()
                .orElse(0);
        return new View(seen + EPOCHS_LEFT_OUT, primary, List.of(primary));
    }

    /** What is known of the logs, and what nobody can know. */
    String warning() {
        var chosen = chosen();
        var logs = withData().stream()
                .map(status -> "%s up to entry %d of epoch %d"
                        .formatted(status.member().name(), status.lastIndex(), status.lastEpoch()))
                .collect(Collectors.joining(", "));
        return "The view register of cluster %s will be rebuilt from these logs: %s. %s becomes primary, the others catch up from it. %s Make sure that the lost name server is not still running somewhere; stop it first."
                .formatted(cluster(), logs, chosen.member().name(), doubt(chosen));
    }

    private String doubt(BackendStatus chosen) {
        var known = newestKnown();
        if (known.isInSync(chosen.member())) {
            return "In the newest view that these back ends know (epoch %d), %s held every order; a later view may exist."
                    .formatted(known.epoch(), chosen.member().name());
        }
        var last = known.inSync().stream().map(Member::name).collect(Collectors.joining(", "));
        return (last.isEmpty()
                        ? "Which of them were in sync is not known."
                        : "Of those that held every order (%s), none answers.".formatted(last))
                + " If a back end that does not answer has a longer log, start it first: orders that"
                + " only it holds WILL BE LOST.";
    }
}
