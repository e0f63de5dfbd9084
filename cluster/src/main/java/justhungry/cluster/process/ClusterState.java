package justhungry.cluster.process;

import com.google.gson.annotations.SerializedName;
import java.util.List;

/**
 * The description of a cluster, from which another process can control it.
 *
 * @param directory its data and logs
 * @param nameserverPort 0 before its first start
 * @param killed the names of the processes killed and not started since, the latest last
 * @param paused the names of the processes paused and not resumed since, the latest last
 */
public record ClusterState(
        String directory,
        int nameserverPort,
        @SerializedName("seats") List<ProcessSlot> slots,
        List<String> killed,
        List<String> paused) {
    public ClusterState {
        slots = List.copyOf(slots);
        killed = List.copyOf(killed);
        paused = List.copyOf(paused);
    }
}
