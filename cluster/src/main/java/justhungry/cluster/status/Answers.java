package justhungry.cluster.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Listing;
import justhungry.api.replication.BackendStatus;
import justhungry.cluster.process.Condition;
import justhungry.cluster.process.Role;
import justhungry.cluster.process.Seat;
import justhungry.coordination.NameServerAddress;

/**
 * The answers of the processes of a cluster to a probe.
 *
 * @param listing empty when the name server did not answer
 * @param backends by name; each that was queried, with an empty status when it did not answer
 * @param frontends likewise
 */
record Answers(
        NameServerAddress nameserver,
        Optional<Listing> listing,
        Map<String, Optional<BackendStatus>> backends,
        Map<String, Optional<FrontendStatus>> frontends) {

    /** Combines the answers with the process states of the operating system. */
    ClusterStatus status(Collection<Seat> slots) {
        var view = view();
        var inSync = view.map(View::inSync).orElse(List.of()).stream()
                .map(Member::name)
                .toList();
        return new ClusterStatus(
                nameserver.toString(),
                Standing.of(listing.isPresent(), condition(slots, "nameserver")),
                view,
                names(slots, Role.BACKEND, backends.keySet(), inSync).stream()
                        .map(name -> backend(name, condition(slots, name)))
                        .toList(),
                names(slots, Role.FRONTEND, frontends.keySet(), List.of()).stream()
                        .map(name -> frontend(name, condition(slots, name)))
                        .toList());
    }

    private Optional<View> view() {
        if (listing.isPresent()) {
            return listing.map(Listing::view);
        }
        var views = new ArrayList<View>();
        backends.values().forEach(answer -> answer.ifPresent(status -> views.add(status.view())));
        frontends.values().forEach(answer -> answer.ifPresent(status -> views.add(status.view())));
        return views.stream().max(Comparator.comparingLong(View::epoch));
    }

    private ClusterStatus.Backend backend(String name, Condition process) {
        var status = backends.getOrDefault(name, Optional.empty());
        return new ClusterStatus.Backend(name, standing(backends.containsKey(name), status, process), status);
    }

    private ClusterStatus.Frontend frontend(String name, Condition process) {
        var status = frontends.getOrDefault(name, Optional.empty());
        return new ClusterStatus.Frontend(name, standing(frontends.containsKey(name), status, process), status);
    }

    private Standing standing(boolean asked, Optional<?> answer, Condition process) {
        boolean addressUnknown = !asked && listing.isEmpty();
        return addressUnknown && process == Condition.RUNNING
                ? Standing.NOT_ASKED
                : Standing.of(answer.isPresent(), process);
    }

    /** The cluster's own processes first, in their order; then those started by hand, or missing from the in-sync set. */
    private static Set<String> names(
            Collection<Seat> slots, Role role, Collection<String> asked, Collection<String> inSync) {
        var names = new LinkedHashSet<String>();
        slots.stream().filter(slot -> slot.role() == role).map(Seat::name).forEach(names::add);
        names.addAll(asked);
        names.addAll(inSync);
        return names;
    }

    /** The state of a process; one that is not on this machine counts as running. */
    private static Condition condition(Collection<Seat> slots, String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .map(Seat::condition)
                .orElse(Condition.RUNNING);
    }
}
