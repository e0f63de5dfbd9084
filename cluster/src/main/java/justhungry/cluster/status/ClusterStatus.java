package justhungry.cluster.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
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

    /** A back end; its format is there if it is registered, its status if it answered. */
    public record ProbedBackend(
            String name, ProcessReachability reachability, OptionalInt format, Optional<BackendStatus> status) {}

    /** A front end; its format is there if it is registered, its status if it answered. */
    public record ProbedFrontend(
            String name, ProcessReachability reachability, OptionalInt format, Optional<FrontendStatus> status) {}

    /** Whether the registered processes are of different formats, as in the middle of an upgrade. */
    boolean hasMixedFormats() {
        var formats = Stream.concat(
                backends.stream().map(ProbedBackend::format), frontends.stream().map(ProbedFrontend::format));
        return formats.filter(OptionalInt::isPresent).distinct().count() > 1;
    }

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
     * Whether a back end answers and is in the in-sync set. Of one that does not answer nobody knows what it has: its data
     * may be gone, or it may be another incarnation.
     */
    public boolean initialized(ProbedBackend backend) {
        return view.isPresent()
                && backend.status()
                        .filter(status -> view.get().isInSync(status.member()))
                        .isPresent();
    }

    /** The verdict on it. */
    public ServiceVerdict verdict() {
        return ServiceVerdict.of(this);
    }

    /** Whether orders are taken. */
    public boolean takesOrders() {
        return verdict().takesOrders();
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

    /** The status of the primary; empty when there is none, or it does not answer. */
    Optional<BackendStatus> primary() {
        return backends.stream()
                .flatMap(backend -> backend.status().stream())
                .filter(status -> view.flatMap(View::primary).equals(Optional.of(status.member())))
                .findFirst();
    }
}
