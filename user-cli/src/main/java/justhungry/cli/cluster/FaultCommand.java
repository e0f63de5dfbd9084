package justhungry.cli.cluster;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.TargetResolver;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The commands {@code kill}, {@code pause}, {@code resume} and {@code restart}, for the cluster in the background. */
public final class FaultCommand implements CliCommand {
    private static final Option EMPTY = CliOptions.flag("empty", "empties its data directory first");

    private final FaultAction fault;

    public FaultCommand(FaultAction fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return fault.commandName();
    }

    @Override
    public String summary() {
        return fault.summary();
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public String arguments() {
        return "TARGET";
    }

    @Override
    public List<String> examples() {
        return switch (fault) {
            // A primary that is paused or killed is soon no primary.
            case KILL, PAUSE -> examples("server2", "2", "primary");
            case RESUME -> examples("server2", "2", "paused");
            case RESTART -> examples("server2", "2", "killed", "--empty server2     (with an emptied data directory)");
        };
    }

    @Override
    public String details() {
        return """
            Works on the cluster in the background (just-hungry up).

            Name one process: server2, frontend1 or nameserver; 2 for server2; primary; replica (a back end that
            holds every order and is not primary); killed or paused (the process killed or paused last); or all.
            """;
    }

    @Override
    public List<Option> options() {
        return fault == FaultAction.RESTART ? List.of(EMPTY) : List.of();
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandInvocation invocation) throws UsageException {
        var target = invocation.argument("name one process, like server2, 2 or primary");
        var background = BackgroundCluster.of(invocation);
        try (var lock = background.lock()) {
            var cluster = background.requireCluster();
            try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
                var names = targets(cluster, probe, invocation.err()::println).resolve(target);
                if (invocation.has(EMPTY)) {
                    names.forEach(cluster::restartEmpty);
                    names.forEach(
                            name -> invocation.err().println(name + " is running again with an empty data directory"));
                } else {
                    fault.apply(cluster, names, invocation.err()::println);
                }
            }
        }
        return ExitCode.OK;
    }

    /**
     * The resolver of targets, which asks with patience for the view.
     *
     * @param say is told which processes are slow
     */
    public static TargetResolver targets(LocalCluster cluster, ClusterProbe probe, Consumer<String> say) {
        return new TargetResolver(
                cluster, () -> probe.fetchPatiently(cluster.slots(), say).view());
    }

    private List<String> examples(String... targets) {
        return Stream.of(targets)
                .map(target -> fault.commandName() + " " + target)
                .toList();
    }
}
