package justhungry.cluster.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;

/**
 * The status of a cluster at the time of a probe.
 *
 * @param nameserver its {@code HOST:PORT}
 * @param view the register's, or, when the name server does not answer, the newest that any process knows; empty when
 *     none answers
 */
public record ClusterStatus(
        String nameserver,
        ProcessReachability nameserverReachability,
        Optional<View> view,
        List<ProbedBackend> backends,
        List<ProbedFrontend> frontends) {
    public ClusterStatus {
        backends = List.copyOf(backends);
        frontends = List.copyOf(frontends);
    }

    /** A back end; its status is there if it answered. */
    public record ProbedBackend(String name, ProcessReachability reachability, Optional<BackendStatus> status) {}

    /** A front end; its status is there if it answered. */
    public record ProbedFrontend(String name, ProcessReachability reachability, Optional<FrontendStatus> status) {}

    /** The number of orders on the primary, or, if it does not answer, the largest on any back end; empty when none answers. */
    public OptionalLong storedOrders() {
        var primary = primary();
        if (primary.isPresent()) {
            return OptionalLong.of(primary.get().storedOrders());
        }
        return backends.stream()
                .flatMap(backend -> backend.status().stream())
                .mapToLong(BackendStatus::storedOrders)
                .max();
    }

    /** The number of entries that a back end is behind the primary; empty when one of the two does not answer. */
    public OptionalLong lag(ProbedBackend backend) {
        if (primary().isEmpty() || backend.status().isEmpty()) {
            return OptionalLong.empty();
        }
        long behind = primary().get().lastIndex() - backend.status().get().lastIndex();
        return OptionalLong.of(Math.max(0, behind));
    }

    /**
     * Whether a back end is in the in-sync set. One that does not answer is matched by its name alone, because its
     * incarnation is not known.
     */
    public boolean initialized(ProbedBackend backend) {
        return view.map(known -> backend.status()
                        .map(status -> known.isInSync(status.member()))
                        .orElseGet(() -> known.inSync().stream()
                                .anyMatch(member -> member.name().equals(backend.name()))))
                .orElse(false);
    }

    /**
     * Whether orders are taken: the primary serves and has room in its memory, a second back end is in-sync, and a front
     * end reaches the primary.
     */
    public boolean takesOrders() {
        return primary()
                        .filter(status -> status.role() == BackendStatus.BackendRole.PRIMARY)
                        .filter(status -> status.memoryShortage() == null)
                        .isPresent()
                && view.map(known -> known.inSync().size() >= View.MIN_IN_SYNC).orElse(false)
                && frontends.stream()
                        .flatMap(frontend -> frontend.status().stream())
                        .anyMatch(FrontendStatus::primaryAnswers);
    }

    /** The processes that have not answered, and are not known to be paused or dead. */
    List<String> silent() {
        var names = new ArrayList<String>();
        if (nameserverReachability == ProcessReachability.SILENT) {
            names.add("the name server");
        }
        backends.stream()
                .filter(backend -> backend.reachability() == ProcessReachability.SILENT)
                .forEach(backend -> names.add(backend.name()));
        frontends.stream()
                .filter(frontend -> frontend.reachability() == ProcessReachability.SILENT)
                .forEach(frontend -> names.add(frontend.name()));
        return names;
    }

    private Optional<BackendStatus> primary() {
        return backends.stream()
                .flatMap(backend -> backend.status().stream())
                .filter(status -> view.flatMap(View::primary).equals(Optional.of(status.member())))
                .findFirst();
    }
}
