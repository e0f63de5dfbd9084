package justhungry.cli.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import justhungry.cli.cluster.BackgroundCluster;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.client.DirectoryFrontends;
import justhungry.cluster.process.ProcessState;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import justhungry.replay.report.ExpectationFailures;
import justhungry.replay.report.ProgressBar;
import justhungry.replay.report.ResultLines;
import justhungry.replay.report.ResultText;
import justhungry.replay.report.StartNotice;
import justhungry.replay.run.FaultInjector;
import justhungry.replay.run.Replay;
import justhungry.replay.run.RunListener;
import justhungry.replay.script.Script;
import org.apache.commons.cli.Option;

/** The command {@code replay}: sends the requests of a script, injects its faults, and reports the results. */
public final class ReplayCommand implements CliCommand {
    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String summary() {
        return "sends the requests of a script, and reports the results";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public String arguments() {
        return "FILE";
    }

    @Override
    public List<String> examples() {
        return List.of(
                "replay examples/first-order.jsonl",
                "replay --dry-run examples/lunch-rush.jsonl",
                "replay --verify --timeline failover.svg examples/failover.jsonl >results.jsonl");
    }

    @Override
    public String details() {
        return """
            Sends the requests of a script to a running cluster. The results go to stdout, as text on a
            terminal, else as JSON Lines; a summary goes to stderr. Faults need the cluster in the background. The format:
            docs/replay.md.
            """;
    }

    @Override
    public List<Option> options() {
        return Stream.concat(ReplayOptions.ALL.stream(), Stream.of(CommonOptions.NAMESERVER))
                .toList();
    }

    @Override
    public String exitCodes() {
        return "0 done; 1 wrong usage; 2 the script does not parse, and nothing was sent; 3 unavailable, or an outcome"
                + " stayed unknown; 4 an expectation or the verification failed; 130 Ctrl-C";
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException {
        var address = invocation.nameServer();
        var background = new BackgroundCluster(invocation.context());
        var cluster = new Replay.ReplayTarget(() -> new DirectoryFrontends(address), faults(address, background));
        var runner = new ReplayRunner(ReplayOptions.of(invocation), invocation.err()::println);
        try (var ctrlC = new ShutdownInterrupt()) {
            var exitCode = runner.run(cluster, script -> {
                if (script.hasFaults() && cluster.faults().isEmpty()) {
                    throw background.outOfReach(address);
                }
                ctrlC.arm(); // Before this, there is nothing to keep.
                return results(script, invocation);
            });
            if (exitCode == ExitCode.INTERRUPTED && cluster.faults().isPresent()) {
                printUnrepaired(background, invocation.err());
            }
            return exitCode;
        }
    }

    /** The faults of a run that was interrupted stay. */
    private static void printUnrepaired(BackgroundCluster background, PrintStream err) {
        background.cluster().stream()
                .flatMap(cluster -> cluster.slots().stream())
                .filter(slot -> slot.state() != ProcessState.RUNNING)
                .forEach(slot -> err.println(
                        slot.state() == ProcessState.DEAD
                                ? "%1$s is down; start it with: just-hungry restart %1$s".formatted(slot.name())
                                : "%1$s is paused; continue it with: just-hungry resume %1$s".formatted(slot.name())));
    }

    /** The fault injector; empty for a cluster that up did not start here, whose processes are out of reach. */
    private static Optional<FaultInjector> faults(NameServerAddress address, BackgroundCluster background) {
        return background
                .cluster()
                .filter(cluster -> NameServerAddress.parse(cluster.nameserver()).isSameAs(address))
                .map(cluster -> ClusterFaultInjector.inBackground(background));
    }

    private static List<RunListener> results(Script script, CommandInvocation invocation) {
        if (!invocation.terminal().showsProgress()) {
            return List.of(
                    new StartNotice(invocation.err()::println),
                    results(invocation, invocation.texts()::println),
                    new ExpectationFailures(script.name(), invocation.err()::println));
        }
        var bar = new ProgressBar(invocation.err(), script.requests());
        return List.of(
                new StartNotice(bar.printer(invocation.err())),
                results(invocation, bar.printer(invocation.texts())),
                new ExpectationFailures(script.name(), bar.printer(invocation.err())),
                bar);
    }

    /** The results: lines to read on a terminal, else JSON Lines. */
    private static RunListener results(CommandInvocation invocation, Consumer<String> terminal) {
        return invocation.terminal().outputIsTerminal()
                ? new ResultText(terminal)
                : new ResultLines(new BufferedWriter(new OutputStreamWriter(invocation.out(), StandardCharsets.UTF_8)));
    }
}
