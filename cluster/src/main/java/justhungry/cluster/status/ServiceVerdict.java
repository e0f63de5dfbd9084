package justhungry.cluster.status;

import java.util.List;
import java.util.Optional;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;

/**
 * The verdict on a cluster: whether it takes orders, and, if not, why not.
 *
 * @param takesOrders whether the primary serves and has room in its memory, a second back end is in-sync and answers, and
 *     a front end reaches the primary
 * @param text one line for a person
 */
public record ServiceVerdict(boolean takesOrders, String text) {
    private static final List<String> NUMBERS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

    static ServiceVerdict of(ClusterStatus status) {
        var view = status.view();
        if (view.isEmpty()) {
            return refused("Unknown whether orders are taken: the name server does not answer");
        }
        return obstacle(status, view.get())
                .orElseGet(() -> new ServiceVerdict(
                        true,
                        "Orders are taken: %s leads, %s in sync".formatted(name(view.get()), number(inSync(status)))));
    }

    private static Optional<ServiceVerdict> obstacle(ClusterStatus status, View view) {
        long up = status.backends().stream()
                .filter(backend -> backend.status().isPresent())
                .count();
        if (up < View.MIN_IN_SYNC) {
            return status.backends().stream().allMatch(ServiceVerdict::isKnown)
                    ? tooFew(up, "is up")
                    : tooFew(up, "answers");
        }
        if (view.primary().isEmpty()) {
            return Optional.of(refused("Orders are not taken yet: the first primary is being chosen"));
        }
        if (inSync(status) < View.MIN_IN_SYNC) {
            return tooFew(inSync(status), "is in sync");
        }
        return status.primary().isPresent()
                ? obstacle(status, status.primary().get())
                : Optional.of(refused(silentPrimary(status, name(view))));
    }

    private static Optional<ServiceVerdict> obstacle(ClusterStatus status, BackendStatus primary) {
        var name = primary.member().name();
        if (primary.role() != BackendStatus.BackendRole.PRIMARY) {
            return Optional.of(refused("Orders are not taken yet: %s is becoming primary".formatted(name)));
        }
        if (primary.memoryShortage() != null) {
            return Optional.of(
                    refused("No orders are taken: the memory of %s, the primary, is nearly full".formatted(name)));
        }
        var frontends = status.frontends().stream()
                .flatMap(frontend -> frontend.status().stream())
                .toList();
        if (frontends.isEmpty()) {
            return Optional.of(refused("No orders are taken: no front end answers"));
        }
        return frontends.stream().anyMatch(FrontendStatus::primaryAnswers)
                ? Optional.empty()
                : Optional.of(refused("No orders are taken: no front end reaches %s, the primary".formatted(name)));
    }

    /** Whether it answers, or is known to have ended or to be paused; who is silent may be up. */
    private static boolean isKnown(ClusterStatus.ProbedBackend backend) {
        return backend.status().isPresent()
                || backend.reachability() == ProcessReachability.DOWN
                || backend.reachability() == ProcessReachability.PAUSED;
    }

    /** The verdict on fewer than two: one or none. */
    private static Optional<ServiceVerdict> tooFew(long count, String what) {
        return Optional.of(refused("No orders are taken: %s %s, %d are needed"
                .formatted(count == 0 ? "no back end" : "only 1 back end", what, View.MIN_IN_SYNC)));
    }

    private static String silentPrimary(ClusterStatus status, String name) {
        return status.backends().stream()
                .filter(backend -> backend.name().equals(name))
                .findFirst()
                .map(ClusterStatus.ProbedBackend::reachability)
                .filter(reached -> reached == ProcessReachability.DOWN || reached == ProcessReachability.PAUSED)
                .map(reached -> "No orders are taken: %s, the primary, is %s".formatted(name, reached.label()))
                .orElse("No orders are taken: %s, the primary, does not answer".formatted(name));
    }

    /** The number of back ends that answer and are in the in-sync set. */
    private static long inSync(ClusterStatus status) {
        return status.backends().stream().filter(status::initialized).count();
    }

    private static String name(View view) {
        return view.primary().orElseThrow().name();
    }

    private static ServiceVerdict refused(String text) {
        return new ServiceVerdict(false, text);
    }

    private static String number(long count) {
        return count < NUMBERS.size() ? NUMBERS.get((int) count) : Long.toString(count);
    }
}
