package justhungry.cli.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import justhungry.cli.cluster.ClusterCommand;
import justhungry.cli.cluster.ClusterContext;
import justhungry.cli.command.NameServerOption;
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
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code replay}: sends the requests of a script, injects its faults, and reports the results. */
public final class ReplayCommand implements ClusterCommand {
    @Override
    public String help() {
        return """
            Examples:
              just-hungry replay examples/first-order.jsonl
              just-hungry replay --dry-run examples/lunch-rush.jsonl
              just-hungry replay --verify --timeline failover.svg examples/failover.jsonl >results.jsonl

            Sends the requests of a script to a running cluster. The results go to stdout, as JSON Lines; a
            summary goes to stderr. Faults need the cluster in the background. The format: docs/replay.md.

            Options:
            """ + ReplayOptions.HELP + """
              --nameserver HOST:PORT  where the name server is (default: $JUST_HUNGRY_NAMESERVER, else the
                                      cluster in the background, else 127.0.0.1:1099)

            Exit codes: 0 done; 1 wrong usage; 2 the script does not parse, and nothing was sent; 3 unavailable, or an
            outcome stayed unknown; 4 an expectation or the verification failed; 130 Ctrl-C
            """;
    }

    @Override
    public Options options() {
        return ReplayOptions.options().addOption(NameServerOption.option());
    }

    @Override
    public ExitCode run(CommandLine line, ClusterContext context)
            throws ParseException, IOException, InterruptedException {
        var address = NameServerOption.address(line, context.environment());
        var cluster = new Replay.ReplayTarget(() -> new DirectoryFrontends(address), faults(address, context));
        return new ReplayRunner(ReplayOptions.of(line), context.err()::println)
                .run(cluster, script -> results(script, context));
    }

    /** The fault injector; empty for a cluster that up did not start here, whose processes are out of reach. */
    private static Optional<FaultInjector> faults(NameServerAddress address, ClusterContext context) {
        return context.cluster()
                .filter(cluster -> NameServerAddress.parse(cluster.nameserver()).equals(address))
                .map(cluster -> ClusterFaultInjector.inBackground(context));
    }

    private static List<RunListener> results(Script script, ClusterContext context) {
        var lines = new ResultLines(new BufferedWriter(new OutputStreamWriter(context.out(), StandardCharsets.UTF_8)));
        var mismatches = new ExpectationFailures(script.name(), context.err()::println);
        if (!context.terminal().showsProgress()) {
            return List.of(lines, mismatches);
        }
        var bar = new ProgressBar(context.err(), script.requests());
        boolean sameTerminal = context.terminal().outputIsTerminal();
        return List.of(
                bar.eraser(event -> sameTerminal || ExpectationFailures.isFailure(event)), lines, mismatches, bar);
    }
}
