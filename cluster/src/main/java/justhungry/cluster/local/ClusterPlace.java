package justhungry.cluster.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where the cluster that runs in the background keeps its files, by the XDG base directory rules.
 *
 * @param state holds what is true while it runs
 * @param data holds what outlives it
 */
public record ClusterPlace(Path state, Path data) {
    private static final String PROJECT = "just-hungry";

    /** The place that a process's environment names. */
    public static ClusterPlace of(Map<String, String> environment) {
        var home = Path.of(System.getProperty("user.home"));
        return new ClusterPlace(
                base(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                        .resolve(PROJECT),
                base(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve(PROJECT)
                        .resolve("cluster"));
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

    /** The rules ignore a path that is not absolute. */
    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        var path = Path.of(environment.getOrDefault(variable, ""));
        return path.isAbsolute() ? path : otherwise;
    }
}
