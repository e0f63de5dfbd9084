package justhungry.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.DirectoryTree;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.OrphanGuard;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.process.ProcessState;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code up}: starts a cluster in the background. */
public final class UpCommand implements ClusterCommand {
    private static final Duration SERVICE_TIMEOUT = Duration.ofSeconds(20);

    @Override
    public String help() {
        return """
            Examples:
              just-hungry up
              just-hungry up --backends 5 --frontends 2
              just-hungry up --catalogue my-products.json --fresh

            Starts a whole cluster in the background: a name server, back ends and front ends, as processes
            of their own. The other commands, such as order, status and kill, then find it from any terminal.
            Orders on disk are kept when the cluster goes down, and are back after the next up.

            Options:
            """ + ClusterOptions.HELP + """
              --fresh              deletes all earlier orders; asks first
              --yes                answers every question with yes
            """;
    }

    @Override
    public Options options() {
        return ClusterOptions.options().addOption(OptionParser.flag("fresh"));
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandLine line, ClusterContext context)
            throws ParseException, IOException, InterruptedException {
        var plan = ClusterOptions.plan(line);
        try (var lock = context.lock()) {
            var running = context.cluster().filter(UpCommand::isRunning);
            if (running.isPresent()) {
                printRunning(running.get(), context);
                printIgnoredOptions(line, context);
                return ExitCode.OK;
            }
            if (line.hasOption("fresh") && !deleteOrders(line, context)) {
                return ExitCode.USAGE;
            }
            var guards = new OrphanGuard();
            var cluster = LocalCluster.planned(plan, context.paths().data(), Launcher.guarded(context.roles(), guards));
            start(cluster, guards, context);
            return awaitService(cluster, context);
        }
    }

    private static boolean isRunning(LocalCluster cluster) {
        return cluster.processStates().values().stream().anyMatch(condition -> condition != ProcessState.DEAD);
    }

    private static void printRunning(LocalCluster cluster, ClusterContext context) {
        context.err().println("A cluster is up already; its name server is at %s.".formatted(cluster.nameserver()));
        cluster.slots().stream()
                .filter(slot -> slot.state() == ProcessState.DEAD)
                .map(ProcessSlot::name)
                .forEach(name -> context.err()
                        .println("%s is down; start it with: just-hungry restart %s".formatted(name, name)));
    }

    /** Names the options that only a new cluster can have. */
    private static void printIgnoredOptions(CommandLine line, ClusterContext context) {
        var known = new UpCommand().options();
        var ignored = Stream.of(line.getOptions())
                .map(Option::getLongOpt)
                .filter(known::hasLongOption)
                .map(option -> "--" + option)
                .collect(Collectors.joining(", "));
        if (!ignored.isEmpty()) {
            context.err()
                    .println("It stays as it is; ignored: %s. For a new cluster, first type: just-hungry down"
                            .formatted(ignored));
        }
    }

    /** Deletes all orders, if confirmed; returns whether none are left. */
    private static boolean deleteOrders(CommandLine line, ClusterContext context) {
        var data = context.paths().data();
        if (!Files.exists(data)) {
            return true;
        }
        boolean agreed = new ConfirmationPrompt(context)
                .confirmed(line, "All orders so far, in %s, will be deleted.".formatted(data));
        if (agreed) {
            DirectoryTree.delete(data);
        }
        return agreed;
    }

    /** Until all processes are ready they are guarded, so Ctrl-C leaves no process behind. */
    private static void start(LocalCluster cluster, OrphanGuard guards, ClusterContext context) {
        try {
            cluster.start(ready -> context.err().println(ready));
        } catch (ClusterException e) {
            guards.killAll();
            throw e;
        }
        context.file().write(cluster);
        guards.releaseAll();
    }

    private static ExitCode awaitService(LocalCluster cluster, ClusterContext context) throws InterruptedException {
        try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
            if (probe.awaitService(cluster.slots(), SERVICE_TIMEOUT)) {
                context.err().println("The cluster takes orders. Next: just-hungry order, or just-hungry status");
                return ExitCode.OK;
            }
        }
        context.err()
                .println("The processes are up, but the cluster takes no orders: it needs two back ends that hold every"
                        + " order. See: just-hungry status");
        return ExitCode.UNAVAILABLE;
    }
}
