package justhungry.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.Condition;
import justhungry.cluster.process.Directories;
import justhungry.cluster.process.Guards;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.Seat;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code up}: starts a cluster in the background. */
public final class UpCommand implements ClusterCommand {
    private static final Duration SERVICE = Duration.ofSeconds(20);

    @Override
    public String help() {
        return """
            Examples:
              just-hungry up
              just-hungry up --backends 5 --frontends 2
              just-hungry up --catalogue my-products.json --fresh

            Starts a whole cluster in the background: a name server, back ends and front ends, as processes
            of their own. Then order, status, kill, restart and the others find it from any terminal.
            Orders on disk survive down, and are there after the next up.

            Options:
            """ + PlanOptions.HELP + """
              --fresh              deletes all earlier orders; asks first
              --yes                answers every question with yes
            """;
    }

    @Override
    public Options options() {
        return PlanOptions.options().addOption(Arguments.flag("fresh"));
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandLine line, Surroundings context)
            throws ParseException, IOException, InterruptedException {
        var plan = PlanOptions.plan(line);
        try (var lock = context.lock()) {
            var running = context.cluster().filter(UpCommand::lives);
            if (running.isPresent()) {
                sayItIsUp(running.get(), context);
                sayWhatIsIgnored(line, context);
                return ExitCode.OK;
            }
            if (line.hasOption("fresh") && !forget(line, context)) {
                return ExitCode.USAGE;
            }
            var guards = new Guards();
            var cluster = LocalCluster.planned(plan, context.place().data(), Launcher.guarded(context.roles(), guards));
            start(cluster, guards, context);
            return awaitService(cluster, context);
        }
    }

    private static boolean lives(LocalCluster cluster) {
        return cluster.conditions().values().stream().anyMatch(condition -> condition != Condition.DEAD);
    }

    private static void sayItIsUp(LocalCluster cluster, Surroundings context) {
        context.talk().println("A cluster is up already, name server %s.".formatted(cluster.nameserver()));
        cluster.seats().stream()
                .filter(slot -> slot.condition() == Condition.DEAD)
                .map(Seat::name)
                .forEach(name -> context.talk()
                        .println("%s is down; start it with: just-hungry restart %s".formatted(name, name)));
    }

    /** Names the options that only a new cluster can have. */
    private static void sayWhatIsIgnored(CommandLine line, Surroundings context) {
        var known = new UpCommand().options();
        var ignored = Stream.of(line.getOptions())
                .map(Option::getLongOpt)
                .filter(known::hasLongOption)
                .map(option -> "--" + option)
                .collect(Collectors.joining(", "));
        if (!ignored.isEmpty()) {
            context.talk()
                    .println("It stays as it is; ignored: %s. For a new cluster, first type: just-hungry down"
                            .formatted(ignored));
        }
    }

    /** Deletes all orders, if confirmed; returns whether none are left. */
    private static boolean forget(CommandLine line, Surroundings context) {
        var data = context.place().data();
        if (!Files.exists(data)) {
            return true;
        }
        boolean agreed =
                new Consent(context).agreed(line, "All orders so far, in %s, will be deleted.".formatted(data));
        if (agreed) {
            Directories.delete(data);
        }
        return agreed;
    }

    /** Until all processes are ready they are guarded, so Ctrl-C leaves no process behind. */
    private static void start(LocalCluster cluster, Guards guards, Surroundings context) {
        try {
            cluster.start(ready -> context.talk().println(ready));
        } catch (ClusterException e) {
            guards.killAll();
            throw e;
        }
        context.file().write(cluster);
        guards.letGo();
    }

    private static ExitCode awaitService(LocalCluster cluster, Surroundings context) throws InterruptedException {
        try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
            if (probe.awaitService(cluster.seats(), SERVICE)) {
                context.talk().println("The cluster takes orders. Next: just-hungry order, or just-hungry status");
                return ExitCode.OK;
            }
        }
        context.talk()
                .println(
                        "The processes are up, but the cluster takes no orders: that needs two back ends that hold every"
                                + " order. See: just-hungry status");
        return ExitCode.UNAVAILABLE;
    }
}
