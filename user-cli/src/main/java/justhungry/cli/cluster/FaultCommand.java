package justhungry.cli.cluster;

import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.TargetResolver;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The commands {@code kill}, {@code pause}, {@code resume} and {@code restart}, for the cluster in the background. */
public final class FaultCommand implements ClusterCommand {
    private final FaultAction fault;

    public FaultCommand(FaultAction fault) {
        this.fault = fault;
    }

    @Override
    public String help() {
        var word = fault.commandName();
        return """
            Examples:
              just-hungry %s server2
              just-hungry %s 2
              just-hungry %s %s
            %s
            %s Works on the cluster in the background (just-hungry up).

            Name one process: server2, frontend1 or nameserver; 2 for server2; primary; replica (a back end that
            holds every order and is not primary); killed or paused (the process killed or paused last); or all.
            %s""".formatted(word, word, word, example(), emptyExample(), fault.description(), emptyOption());
    }

    @Override
    public Options options() {
        var options = new Options();
        return fault == FaultAction.RESTART ? options.addOption(OptionParser.flag("empty")) : options;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandLine line, ClusterContext context) throws ParseException {
        var target = OptionParser.target(line);
        try (var lock = context.lock()) {
            var cluster = context.requireCluster();
            try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.nameserver()))) {
                var names = targets(cluster, probe).resolve(target);
                if (line.hasOption("empty")) {
                    names.forEach(cluster::restartEmpty);
                    names.forEach(
                            name -> context.err().println(name + " is running again with an empty data directory"));
                } else {
                    fault.apply(cluster, names, "just-hungry ", context.err()::println);
                }
            } finally {
                context.file().write(cluster);
            }
        }
        return ExitCode.OK;
    }

    public static TargetResolver targets(LocalCluster cluster, ClusterProbe probe) {
        return new TargetResolver(
                cluster, () -> probe.fetchStatus(cluster.slots()).view());
    }

    /** A primary that is paused or killed is soon no primary. */
    private String example() {
        return switch (fault) {
            case KILL, PAUSE -> "primary";
            case RESUME -> "paused";
            case RESTART -> "killed";
        };
    }

    private String emptyOption() {
        return fault == FaultAction.RESTART
                ? "\nOptions:\n  --empty              empties its data directory first\n"
                : "";
    }

    private String emptyExample() {
        return fault == FaultAction.RESTART
                ? "  just-hungry restart --empty server2     (with an emptied data directory)\n"
                : "";
    }
}
