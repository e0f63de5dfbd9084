package justhungry.cluster.status;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.replication.BackendStatus;
import justhungry.cluster.process.ProcessRole;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.process.ProcessState;
import justhungry.coordination.NameServerAddress;

/**
 * The answers of the processes of a cluster to a probe.
 *
 * @param listing the name server's
 * @param backends by name; each that was queried
 * @param frontends likewise
 */
record ProbeResults(
        NameServerAddress nameserver,
        ProbeAnswer<DirectoryListing> listing,
        Map<String, ProbeAnswer<BackendStatus>> backends,
        Map<String, ProbeAnswer<FrontendStatus>> frontends) {

    /** Combines the answers with the process states of the operating system. */
    ClusterStatus status(Collection<ProcessSlot> slots) {
        var view = view();
        var inSync = view.map(View::inSync).orElse(List.of()).stream()
                .map(Member::name)
                .toList();
        return new ClusterStatus(
                nameserver.toString(),
                ProcessReachability.of(listing, processState(slots, "nameserver")),
                view,
                names(slots, ProcessRole.BACKEND, backends.keySet(), inSync).stream()
                        .map(name -> backend(name, processState(slots, name)))
                        .toList(),
                names(slots, ProcessRole.FRONTEND, frontends.keySet(), List.of()).stream()
                        .map(name -> frontend(name, processState(slots, name)))
                        .toList());
    }

    private Optional<View> view() {
        if (listing.value().isPresent()) {
            return listing.value().map(DirectoryListing::view);
        }
        var views = new ArrayList<View>();
        backends.values().forEach(answer -> answer.value().ifPresent(status -> views.add(status.view())));
        frontends.values().forEach(answer -> answer.value().ifPresent(status -> views.add(status.view())));
        return views.stream().max(Comparator.comparingLong(View::epoch));
    }

    private ClusterStatus.ProbedBackend backend(String name, ProcessState process) {
        var answer = backends.getOrDefault(name, ProbeAnswer.silence());
        return new ClusterStatus.ProbedBackend(
                name,
                reachability(backends.containsKey(name), answer, process),
                format(name, DirectoryListing::backends),
                answer.value());
    }

    private ClusterStatus.ProbedFrontend frontend(String name, ProcessState process) {
        var answer = frontends.getOrDefault(name, ProbeAnswer.silence());
        return new ClusterStatus.ProbedFrontend(
                name,
                reachability(frontends.containsKey(name), answer, process),
                format(name, DirectoryListing::frontends),
                answer.value());
    }

    private OptionalInt format(String name, Function<DirectoryListing, List<? extends Registration>> registrations) {
        return listing.value().map(registrations).orElse(List.of()).stream()
                .filter(registration -> registration.name().equals(name))
                .mapToInt(Registration::format)
                .findFirst();
    }

    private ProcessReachability reachability(boolean asked, ProbeAnswer<?> answer, ProcessState process) {
        boolean addressUnknown = !asked && listing.value().isEmpty();
        return addressUnknown && process == ProcessState.RUNNING
                ? ProcessReachability.NOT_ASKED
                : ProcessReachability.of(answer, process);
    }

    /** The cluster's own processes first, in their order; then those started by hand, or missing from the in-sync set. */
    private static Set<String> names(
            Collection<ProcessSlot> slots, ProcessRole role, Collection<String> asked, Collection<String> inSync) {
        var names = new LinkedHashSet<String>();
        slots.stream()
                .filter(slot -> slot.role() == role)
                .map(ProcessSlot::name)
                .forEach(names::add);
        names.addAll(asked);
        names.addAll(inSync);
        return names;
    }

    /** The state of a process; one that is not on this machine counts as running. */
    private static ProcessState processState(Collection<ProcessSlot> slots, String name) {
        return slots.stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .map(ProcessSlot::state)
                .orElse(ProcessState.RUNNING);
    }
}
