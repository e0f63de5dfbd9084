package justhungry.cluster;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import justhungry.cli.console.ConsoleChoice;
import justhungry.cluster.local.ClusterException;
import justhungry.cluster.local.ClusterFile;
import justhungry.cluster.local.ClusterPlace;
import justhungry.cluster.local.Launcher;
import justhungry.cluster.local.LocalCluster;
import justhungry.cluster.local.RoleCommands;

/**
 * The context that a cluster command runs in.
 *
 * @param out for data
 * @param talk for messages to a person
 * @param roles the commands that start the roles
 */
record Surroundings(
        Map<String, String> environment, PrintStream out, PrintStream talk, ConsoleChoice choice, RoleCommands roles) {
    ClusterPlace place() {
        return ClusterPlace.of(environment);
    }

    ClusterFile file() {
        return new ClusterFile(place());
    }

    /** The cluster in the background; empty when there is none. */
    Optional<LocalCluster> cluster() {
        return file().read().map(description -> LocalCluster.described(description, Launcher.background(roles)));
    }

    LocalCluster requireCluster() {
        return cluster()
                .orElseThrow(() ->
                        new ClusterException("no cluster that up started is running; start one with: just-hungry up"));
    }

    /** The lock of the commands that change the cluster: one at a time. */
    ClusterFile.Lock lock() {
        return file().lock(() -> talk.println("Waiting for another command that changes the cluster to finish…"));
    }

    /** The same, with plain lines. */
    Surroundings withLineText() {
        return new Surroundings(environment, out, talk, choice.withLineText(), roles);
    }
}
