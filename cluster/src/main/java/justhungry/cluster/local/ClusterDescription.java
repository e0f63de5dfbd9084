package justhungry.cluster.local;

import java.util.List;

/**
 * What must be known about a cluster to drive it from another process.
 *
 * @param directory where its data and logs are
 * @param nameserverPort 0 before its first start
 * @param killed the names of those that were killed and not started since, the last one last
 * @param paused the names of those that were paused and not resumed since, the last one last
 */
public record ClusterDescription(
        String directory, int nameserverPort, List<Seat> seats, List<String> killed, List<String> paused) {
    public ClusterDescription {
        seats = List.copyOf(seats);
        killed = List.copyOf(killed);
        paused = List.copyOf(paused);
    }
}
