package justhungry.cli.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.cluster.status.ClusterProbe;
import justhungry.cluster.status.ClusterStatus;
import justhungry.cluster.status.StatusLook;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code wait-ready}: waits until the cluster takes orders. */
public final class WaitReadyCommand implements CliCommand {
    private static final int DEFAULT_SECONDS = 60;
    private static final int MAX_SECONDS = 86_400;

    private static final Option TIMEOUT = CliOptions.value(
            "timeout", "SECONDS", "the longest wait; 0 looks once (default: %d)".formatted(DEFAULT_SECONDS));

    @Override
    public String name() {
        return "wait-ready";
    }

    @Override
    public String summary() {
        return "waits until the cluster takes orders";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public List<String> examples() {
        return List.of("wait-ready", "wait-ready --timeout 10");
    }

    @Override
    public String details() {
        return """
            Ends as soon as orders are taken, or when the time is over; prints the first line of status. For scripts:
            just-hungry restart killed && just-hungry wait-ready && just-hungry products
            """;
    }

    @Override
    public List<Option> options() {
        return List.of(TIMEOUT, CommonOptions.NAMESERVER);
    }

    @Override
    public String exitCodes() {
        return "0 if orders are taken; 3 if not in time; 1 wrong usage; 130 Ctrl-C";
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, InterruptedException {
        invocation.requireNoArguments();
        var longest = Duration.ofSeconds(invocation.number(TIMEOUT, 0, MAX_SECONDS, DEFAULT_SECONDS));
        var told = new AtomicBoolean(longest.isZero());
        StatusLook<UsageException> look = left -> {
            var status = look(invocation, left);
            if (!status.takesOrders() && !told.getAndSet(true)) {
                invocation.err().println(StatusCommand.verdict(status));
                invocation.err().println("Waiting for at most %d s…".formatted(longest.toSeconds()));
            }
            return status;
        };
        var status = look.awaitService(longest);
        invocation.err().println(StatusCommand.verdict(status));
        return status.takesOrders() ? ExitCode.OK : ExitCode.UNAVAILABLE;
    }

    /** Looks once, with patience, at the cluster that there is now: it may still be starting, and get its address later. */
    private static ClusterStatus look(CommandInvocation invocation, Duration longest) throws UsageException {
        var nameserver = invocation.nameServer();
        try (var probe = new ClusterProbe(nameserver)) {
            return probe.fetchWithin(StatusCommand.slots(nameserver, invocation), longest);
        }
    }
}
