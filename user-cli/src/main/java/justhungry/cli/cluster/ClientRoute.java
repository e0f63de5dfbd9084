package justhungry.cli.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ProcessReachability;
import justhungry.coordination.NameServerAddress;

/** The cluster that the commands of this shell find once another one is up in the background. */
final class ClientRoute {
    private ClientRoute() {}

    /**
     * A line for a person, when there is more than one cluster to be found.
     *
     * @param nameserver that of the cluster in the background, which has just started
     */
    static Optional<String> notice(Map<String, String> environment, String nameserver) {
        return notice(environment, NameServerAddress.parse(nameserver), ClientRoute::answers);
    }

    static Optional<String> notice(
            Map<String, String> environment, NameServerAddress nameserver, Predicate<NameServerAddress> answers) {
        var named = environment.get(NameServerAddress.VARIABLE);
        if (named != null && !named.isBlank()) {
            return isAddressOf(nameserver, named)
                    ? Optional.empty()
                    : Optional.of(
                            "But in this shell, commands such as 'order' and 'status' use %s, because $%s is set. To use this cluster: unset %s"
                                    .formatted(named, NameServerAddress.VARIABLE, NameServerAddress.VARIABLE));
        }
        var other = NameServerAddress.defaultForServers(environment);
        return other.isSameAs(nameserver) || !answers.test(other)
                ? Optional.empty()
                : Optional.of(
                        "Another cluster is at %s. Commands such as 'order' and 'status' now use the new one; for the old one, add: --nameserver %s"
                                .formatted(other, other));
    }

    /** A text that is no address leads to no cluster. */
    private static boolean isAddressOf(NameServerAddress nameserver, String text) {
        try {
            return NameServerAddress.parse(text).isSameAs(nameserver);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean answers(NameServerAddress address) {
        try (var probe = new ClusterProbe(address)) {
            return probe.fetchStatus(List.of()).nameserverReachability() == ProcessReachability.UP;
        }
    }
}
