package justhungry.cluster.process;

import java.nio.file.Path;
import java.util.Map;
import justhungry.platform.process.XdgDirectories;

/**
 * The paths of the files of the cluster in the background, by the XDG base directory rules.
 *
 * @param state files that are valid while it runs
 * @param data files that outlive it
 */
public record ClusterPaths(Path state, Path data) {
    /** The paths that a process's environment gives. */
    public static ClusterPaths of(Map<String, String> environment) {
        return new ClusterPaths(
                XdgDirectories.state(environment),
                XdgDirectories.data(environment).resolve("cluster"));
    }

    /** The cluster's description: {@code cluster.json}. */
    Path stateFile() {
        return state.resolve("cluster.json");
    }

    /** One line, {@code HOST:PORT}: the default name server of clients. */
    Path nameserver() {
        return state.resolve("nameserver");
    }

    /** The file that is locked while the description is changed. */
    Path lock() {
        return state.resolve("cluster.lock");
    }
}
