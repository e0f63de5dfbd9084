package justhungry.cli.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.cli.command.NameServerOption;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.cluster.status.ProcessReachability;
import justhungry.cluster.status.StatusJson;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code status}: the state of every process of the cluster. */
public final class StatusCommand implements ClusterCommand {
    @Override
    public String help() {
        return """
            Examples:
              just-hungry status
              just-hungry status --watch
              just-hungry status --json

            Shows the cluster in the background, or one that was started by hand: which processes are up, which
            is primary, and which hold every order (initialized).

            Options:
              --watch                 shows it again: every second on a terminal, at every change on a pipe
              --json                  one JSON object
              --nameserver HOST:PORT  where the name server is (default: $JUST_HUNGRY_NAMESERVER, else the
                                      cluster in the background, else 127.0.0.1:1099)
            """;
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(OptionParser.flag("watch"))
                .addOption(OptionParser.flag("json"))
                .addOption(NameServerOption.option());
    }

    @Override
    public ExitCode run(CommandLine line, ClusterContext context)
            throws ParseException, IOException, InterruptedException {
        OptionParser.requireNoArguments(line);
        var nameserver = NameServerOption.address(line, context.environment());
        try (var probe = new ClusterProbe(nameserver)) {
            if (line.hasOption("watch")) {
                return watch(line, context, probe, nameserver);
            }
            var status = probe.fetchStatus(slots(nameserver, context));
            if (noClusterFound(status)) {
                context.err()
                        .println(
                                "There is no cluster: no name server answers at %s. Start one on this machine with: just-hungry up"
                                        .formatted(status.nameserver()));
                return ExitCode.UNAVAILABLE;
            }
            lines(status, line, context).forEach(context.out()::println);
            return ExitCode.OK;
        }
    }

    private static ExitCode watch(
            CommandLine line, ClusterContext context, ClusterProbe probe, NameServerAddress nameserver)
            throws IOException, InterruptedException {
        var shown = List.<String>of();
        while (!context.out().checkError()) {
            var lines = lines(probe.fetchStatus(slots(nameserver, context)), line, context);
            if (context.terminal().outputIsTerminal() && !context.terminal().plainLines()) {
                context.out().print("\033[H\033[2J" + String.join("\n", lines) + "\n");
            } else if (!lines.equals(shown)) {
                context.out().println(String.join("\n", lines) + (line.hasOption("json") ? "" : "\n"));
            }
            shown = lines;
            TimeUnit.SECONDS.sleep(1);
        }
        return ExitCode.OK;
    }

    private static List<String> lines(ClusterStatus status, CommandLine line, ClusterContext context)
            throws IOException {
        return line.hasOption("json")
                ? List.of(StatusJson.line(status))
                : StatusTable.lines(status, TerminalWidth.of(context));
    }

    /**
     * The processes of this machine's cluster, when the name server is theirs. Read each time: another terminal may
     * start, stop or restart processes in the meantime.
     */
    private static List<ProcessSlot> slots(NameServerAddress nameserver, ClusterContext context) {
        return context.cluster()
                .filter(cluster -> cluster.nameserver().equals(nameserver.toString()))
                .map(LocalCluster::slots)
                .orElse(List.of());
    }

    private static boolean noClusterFound(ClusterStatus status) {
        return status.nameserverReachability() == ProcessReachability.SILENT
                && status.backends().isEmpty()
                && status.frontends().isEmpty();
    }
}
