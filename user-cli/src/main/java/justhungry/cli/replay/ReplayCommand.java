package justhungry.cli.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.cli.cluster.BackgroundCluster;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.client.DirectoryFrontends;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import justhungry.replay.report.ExpectationFailures;
import justhungry.replay.report.ProgressBar;
import justhungry.replay.report.ResultLines;
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
            Sends the requests of a script to a running cluster. The results go to stdout, as JSON Lines; a
            summary goes to stderr. Faults need the cluster in the background. The format: docs/replay.md.
            """;
    }

    @Override
    public List<Option> options() {
        return Stream.concat(ReplayOptions.ALL.stream(), Stream.of(CommonOptions.NAMESERVER))
                .toList();
    }

    @Override
    public String exitCodes() {
        return "0 done; 1 wrong usage; 2 the script does not parse, and nothing was sent; 3 unavailable, or an outcome stayed"
                + " unknown; 4 an expectation or the verification failed; 130 Ctrl-C";
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException, InterruptedException {
        var address = invocation.nameServer();
        var cluster = new Replay.ReplayTarget(
                () -> new DirectoryFrontends(address), faults(address, new BackgroundCluster(invocation.context())));
        return new ReplayRunner(ReplayOptions.of(invocation), invocation.err()::println)
                .run(cluster, script -> results(script, invocation));
    }

    /** The fault injector; empty for a cluster that up did not start here, whose processes are out of reach. */
    private static Optional<FaultInjector> faults(NameServerAddress address, BackgroundCluster background) {
        return background
                .cluster()
                .filter(cluster -> NameServerAddress.parse(cluster.nameserver()).equals(address))
                .map(cluster -> ClusterFaultInjector.inBackground(background));
    }

    private static List<RunListener> results(Script script, CommandInvocation invocation) {
        var lines =
                new ResultLines(new BufferedWriter(new OutputStreamWriter(invocation.out(), StandardCharsets.UTF_8)));
        var mismatches = new ExpectationFailures(script.name(), invocation.err()::println);
        if (!invocation.terminal().showsProgress()) {
            return List.of(lines, mismatches);
        }
        var bar = new ProgressBar(invocation.err(), script.requests());
        boolean sameTerminal = invocation.terminal().outputIsTerminal();
        return List.of(
                bar.eraser(event -> sameTerminal || ExpectationFailures.isFailure(event)), lines, mismatches, bar);
    }
}
