package justhungry.cli.cluster;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.LogFiles;
import justhungry.cluster.process.OrphanGuard;
import justhungry.cluster.process.ProcessState;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code up}: starts a cluster in the background. */
public final class UpCommand implements CliCommand {
    private static final Option FRESH = CliOptions.flag("fresh", "deletes all earlier orders; asks first");

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String summary() {
        return "starts a cluster in the background";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public List<String> examples() {
        return List.of("up", "up --backends 5 --frontends 2", "up --catalogue my-products.json --fresh");
    }

    @Override
    public String details() {
        return """
            Starts a whole cluster in the background: a name server, back ends and front ends, as processes
            of their own. The other commands, such as order, status and kill, then find it from any terminal.
            Orders on disk are kept when the cluster goes down, and are back after the next up.
            """;
    }

    @Override
    public List<Option> options() {
        return ClusterOptions.with(FRESH);
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException, InterruptedException {
        var plan = ClusterOptions.plan(invocation);
        var background = BackgroundCluster.of(invocation);
        try (var lock = background.lock()) {
            var running = background.cluster().filter(UpCommand::isRunning);
            if (running.isPresent()) {
                printRunning(running.get(), invocation.err());
                return refusesOptions(invocation) ? ExitCode.USAGE : ExitCode.OK;
            }
            var earlier = new EarlierOrders(background.paths().data());
            if (earlier.exist()) {
                LocalCluster.requireDataUnused(earlier.data());
            }
            if (earlier.putBack()) {
                invocation.err().println("The last up --fresh did not finish, so the earlier orders are back.");
            }
            if (invocation.has(FRESH) && earlier.exist()) {
                if (!mayDelete(earlier, invocation)) {
                    return ExitCode.USAGE;
                }
                earlier.setAside();
            }
            var guards = new OrphanGuard();
            var cluster = LocalCluster.planned(
                    plan,
                    background.paths().data(),
                    Launcher.guarded(invocation.context().roles(), guards));
            if (cluster.hasLostItsOrders()) {
                invocation.err().println(lostOrders(cluster, background.paths().data()));
                return ExitCode.USAGE;
            }
            start(cluster, guards, earlier, invocation);
            return awaitService(cluster, invocation);
        }
    }

    private static String lostOrders(LocalCluster cluster, Path data) {
        return cluster.hasStoredOrders()
                ? "The orders of the earlier cluster are on disk, in %s; back ends in memory cannot load them. To load them, leave --in-memory out. To delete them and begin a new cluster, add --fresh."
                        .formatted(data)
                : "The earlier cluster kept its orders in memory: they are gone. To begin a new cluster, add --fresh.";
    }

    private static boolean isRunning(LocalCluster cluster) {
        return cluster.processStates().values().stream().anyMatch(condition -> condition != ProcessState.DEAD);
    }

    private static void printRunning(LocalCluster cluster, PrintStream err) {
        err.println("A cluster is up already; its name server is at %s.".formatted(cluster.nameserver()));
        cluster.processStates().forEach((name, state) -> {
            switch (state) {
                case DEAD -> err.println("%s is down; start it with: just-hungry restart %1$s".formatted(name));
                case PAUSED -> err.println("%s is paused; resume it with: just-hungry resume %1$s".formatted(name));
                case RUNNING -> {} // as it should be
            }
        });
    }

    /** Refuses the options of a start: whoever gives one would not get what it says. */
    private static boolean refusesOptions(CommandInvocation invocation) {
        var known = ClusterOptions.with(FRESH);
        var refused = invocation.options().stream()
                .filter(known::contains)
                .map(option -> "--" + option.getLongOpt())
                .collect(Collectors.joining(", "));
        if (refused.isEmpty()) {
            return false;
        }
        invocation
                .err()
                .println(
                        "Nothing was changed: %s can be given only when the cluster starts. First type: just-hungry down"
                                .formatted(refused));
        return true;
    }

    private static boolean mayDelete(EarlierOrders earlier, CommandInvocation invocation) {
        return new ConfirmationPrompt(invocation)
                .confirmed("All orders so far, in %s, will be deleted.".formatted(earlier.data()));
    }

    /** Until all processes are ready they are guarded, so Ctrl-C leaves no process behind. */
    private static void start(
            LocalCluster cluster, OrphanGuard guards, EarlierOrders earlier, CommandInvocation invocation) {
        try {
            cluster.start(ready -> invocation.err().println(ready));
        } catch (ClusterException e) {
            guards.killAll();
            if (earlier.putBack()) {
                // The logs of the new cluster are gone with its data.
                invocation.err().println("The new cluster did not start, so the earlier orders are back.");
            } else {
                printWhereLogsAre(cluster, invocation);
            }
            throw e;
        }
        earlier.delete();
        BackgroundCluster.of(invocation).file().write(cluster);
        guards.releaseAll();
    }

    private static ExitCode awaitService(LocalCluster cluster, CommandInvocation invocation)
            throws InterruptedException {
        try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
            var status = probe.awaitService(cluster::slots, ClusterProbe.SERVICE_TIMEOUT);
            if (status.takesOrders()) {
                invocation.err().println("The cluster takes orders. Next: just-hungry order, or just-hungry status");
                printWhereLogsAre(cluster, invocation);
                ClientRoute.notice(invocation.context().environment(), cluster.nameserver())
                        .ifPresent(invocation.err()::println);
                return ExitCode.OK;
            }
            invocation
                    .err()
                    .println("The processes are up, but orders are not taken yet. %s. To wait: just-hungry wait-ready"
                            .formatted(status.verdict().text()));
        }
        printWhereLogsAre(cluster, invocation);
        return ExitCode.UNAVAILABLE;
    }

    private static void printWhereLogsAre(LocalCluster cluster, CommandInvocation invocation) {
        invocation
                .err()
                .println("The cluster's logs are in %s; to see them: just-hungry logs"
                        .formatted(LogFiles.directoryIn(Path.of(cluster.state().directory()))));
    }
}
