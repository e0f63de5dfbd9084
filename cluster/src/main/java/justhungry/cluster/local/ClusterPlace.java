package justhungry.cluster.local;

import java.nio.file.Path;
import java.util.Map;
import justhungry.api.process.XdgDirectories;

/**
 * Where the cluster that runs in the background keeps its files, by the XDG base directory rules.
 *
 * @param state holds what is true while it runs
 * @param data holds what outlives it
 */
public record ClusterPlace(Path state, Path data) {
    /** The place that a process's environment names. */
    public static ClusterPlace of(Map<String, String> environment) {
        return new ClusterPlace(
                XdgDirectories.state(environment),
                XdgDirectories.data(environment).resolve("cluster"));
    }

    /** The cluster's description: {@code cluster.json}. */
    Path description() {
        return state.resolve("cluster.json");
    }

    /** One line, {@code HOST:PORT}: where clients that are not told otherwise find the name server. */
    Path nameserver() {
        return state.resolve("nameserver");
    }

    /** What is locked while the description is changed. */
    Path lock() {
        return state.resolve("cluster.lock");
    }
}
