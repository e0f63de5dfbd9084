package justhungry.cli.cluster;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import justhungry.cli.console.ConsoleChoice;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.ClusterFile;
import justhungry.cluster.process.ClusterPlace;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.RoleCommands;

/**
 * The context that a cluster command runs in.
 *
 * @param out for data
 * @param talk for messages to a person
 * @param roles the commands that start the roles
 */
public record Surroundings(
        Map<String, String> environment, PrintStream out, PrintStream talk, ConsoleChoice choice, RoleCommands roles) {
    ClusterPlace place() {
        return ClusterPlace.of(environment);
    }

    public ClusterFile file() {
        return new ClusterFile(place());
    }

    /** The cluster in the background; empty when there is none. */
    public Optional<LocalCluster> cluster() {
        return file().read().map(description -> LocalCluster.described(description, Launcher.background(roles)));
    }

    public LocalCluster requireCluster() {
        return cluster()
                .orElseThrow(() ->
                        new ClusterException("no cluster that up started is running; start one with: just-hungry up"));
    }

    /** The lock of the commands that change the cluster: one at a time. */
    public ClusterFile.Lock lock() {
        return file().lock(() -> talk.println("Waiting for another command that changes the cluster to finish…"));
    }

    /** The same, with plain lines. */
    public Surroundings withLineText() {
        return new Surroundings(environment, out, talk, choice.withLineText(), roles);
    }
}
