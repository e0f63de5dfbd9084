package justhungry.cli.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.cli.console.Console;
import justhungry.cli.console.TerminalWidth;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.cluster.status.ProcessReachability;
import justhungry.cluster.status.StatusJson;
import justhungry.cluster.status.StatusTable;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code status}: the state of every process of the cluster. */
public final class StatusCommand implements CliCommand {
    private static final Option WATCH =
            CliOptions.flag("watch", "keeps showing it: on a terminal every second, into a pipe at every change");

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String summary() {
        return "shows the state of every process";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public List<String> examples() {
        return List.of("status", "status --watch", "status --json --watch     (a line for each change)");
    }

    @Override
    public String details() {
        return """
            Shows the cluster in the background, or one that was started by hand: whether it takes orders, which
            processes are up, which is primary, and which hold every order (initialized).
            """;
    }

    @Override
    public List<Option> options() {
        return List.of(WATCH, CommonOptions.JSON, CommonOptions.NAMESERVER);
    }

    @Override
    public String exitCodes() {
        return "0 if orders are taken; 3 if not, or nothing answers; 1 wrong usage";
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException, InterruptedException {
        invocation.requireNoArguments();
        if (invocation.has(WATCH)) {
            return watch(invocation);
        }
        var nameserver = invocation.nameServer();
        try (var probe = new ClusterProbe(nameserver)) {
            var status = probe.fetchPatiently(slots(nameserver, invocation), invocation.err()::println);
            if (noClusterFound(status)) {
                invocation.err().println(absence(status));
                return ExitCode.UNAVAILABLE;
            }
            lines(status, invocation).forEach(invocation.out()::println);
            return status.takesOrders() ? ExitCode.OK : ExitCode.UNAVAILABLE;
        }
    }

    /** The line about a cluster of which nothing was found. */
    private static String absence(ClusterStatus status) {
        return (status.nameserverReachability() == ProcessReachability.DOWN
                        ? "There is no cluster: nothing listens at %s. Start one on this machine with: just-hungry up"
                        : "No name server has answered at %s: it is slow, or cannot be reached, or the address is wrong. Try again")
                .formatted(status.nameserver());
    }

    /** The one line that tells whether orders are taken, and, if not, why not. */
    static String verdict(ClusterStatus status) {
        return noClusterFound(status) ? absence(status) : status.verdict().text();
    }

    /** Watches the cluster that there is now: in the background it may come up again at another port. */
    private static ExitCode watch(CommandInvocation invocation)
            throws UsageException, IOException, InterruptedException {
        var shown = List.<String>of();
        while (!invocation.out().checkError()) {
            var nameserver = invocation.nameServer();
            try (var probe = new ClusterProbe(nameserver)) {
                while (nameserver.equals(invocation.nameServer())
                        && !invocation.out().checkError()) {
                    var lines = lines(probe.fetchStatus(slots(nameserver, invocation)), invocation);
                    show(lines, !lines.equals(shown), invocation);
                    shown = lines;
                    TimeUnit.SECONDS.sleep(1);
                }
            }
        }
        return ExitCode.OK;
    }

    private static void show(List<String> lines, boolean areNew, CommandInvocation invocation) {
        if (redraws(invocation)) {
            invocation.out().print("\033[H\033[2J" + String.join("\n", lines) + "\n");
        } else if (areNew) {
            invocation.out().println(String.join("\n", lines) + (invocation.has(CommonOptions.JSON) ? "" : "\n"));
        }
    }

    /** JSON is for programs, which want one document after the other, also through a terminal. */
    private static boolean redraws(CommandInvocation invocation) {
        return invocation.terminal().outputIsTerminal()
                && !invocation.terminal().plainLines()
                && !invocation.has(CommonOptions.JSON);
    }

    private static List<String> lines(ClusterStatus status, CommandInvocation invocation) throws IOException {
        return invocation.has(CommonOptions.JSON)
                ? List.of(StatusJson.line(status))
                : StatusTable.lines(status, columns(invocation));
    }

    private static int columns(CommandInvocation invocation) {
        int columns = TerminalWidth.ofOutput(invocation.context().environment());
        return columns > 0 ? columns : Console.DEFAULT_COLUMNS;
    }

    /**
     * The processes of this machine's cluster, when the name server is theirs. Read each time: another terminal may
     * start, stop or restart processes in the meantime.
     */
    static List<ProcessSlot> slots(NameServerAddress nameserver, CommandInvocation invocation) {
        return BackgroundCluster.of(invocation)
                .cluster()
                .filter(cluster -> NameServerAddress.parse(cluster.nameserver()).isSameAs(nameserver))
                .map(LocalCluster::slots)
                .orElse(List.of());
    }

    private static boolean noClusterFound(ClusterStatus status) {
        return status.nameserverReachability() != ProcessReachability.UP
                && status.backends().isEmpty()
                && status.frontends().isEmpty();
    }
}
