package justhungry.platform.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The directories for a person's files, by the XDG base directory specification. */
public final class XdgDirectories {
    /** The variables of the environment that name a directory here. */
    static final List<String> VARIABLES = List.of("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME");

    private static final String PROJECT = "just-hungry";

    private XdgDirectories() {}

    /** The directory for data that outlives a cluster: {@code $XDG_DATA_HOME/just-hungry}, or below {@code ~/.local/share}. */
    public static Path data(Map<String, String> environment) {
        return base(environment, "XDG_DATA_HOME", ".local/share");
    }

    /** The directory for state and identity: {@code $XDG_STATE_HOME/just-hungry}, or below {@code ~/.local/state}. */
    public static Path state(Map<String, String> environment) {
        return base(environment, "XDG_STATE_HOME", ".local/state");
    }

    /** The specification: ignore a path that is not absolute. */
    private static Path base(Map<String, String> environment, String variable, String belowHome) {
        return Optional.ofNullable(environment.get(variable))
                .filter(named -> named.startsWith("/"))
                .map(Path::of)
                .orElseGet(() -> home(environment).resolve(belowHome))
                .resolve(PROJECT);
    }

    /** Never the directory that the person is in: there, an empty {@code HOME} would leave state that nothing finds again. */
    private static Path home(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("HOME", ""), System.getProperty("user.home", ""))
                .filter(named -> named.startsWith("/"))
                .map(Path::of)
                .findFirst()
                .orElseGet(() -> Path.of("/"));
    }
}
