package justhungry.cli.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.shop.UserId;
import justhungry.cli.cluster.ClusterOptions;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.UsageException;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cli.terminal.ConsoleProgress;
import justhungry.cli.terminal.OrderingTerminal;
import justhungry.cli.terminal.PersonKind;
import justhungry.cli.trace.TracingSender;
import justhungry.client.DirectoryFrontends;
import justhungry.client.RetryPolicy;
import justhungry.client.Session;
import justhungry.client.TracedFrontends;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.LogFiles;
import justhungry.cluster.process.OrphanGuard;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code demo}: a whole cluster and the ordering terminal, deleted at the end. */
public final class DemoCommand implements CliCommand {
    private static final Option SPLIT =
            CliOptions.flag("split", "shows the logs in a second pane (in tmux), or says how to see them");

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "starts a cluster and the ordering terminal, and deletes everything at the end";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public List<String> examples() {
        return List.of("", "demo --backends 5", "demo --split");
    }

    @Override
    public String details() {
        return """
            Starts a cluster of real processes and an ordering terminal. At any prompt, and while a request
            waits, you can also break and repair the cluster: kill primary, restart killed, kill 2, pause 2, resume 2,
            status, trace on (shows the path of each request), replay examples/failover.jsonl.
            At the menu, tour shows you around.
            Ctrl-C gives up what is under way. Everything is stopped and deleted when you quit.
            """;
    }

    @Override
    public List<Option> options() {
        return ClusterOptions.with(SPLIT);
    }

    @Override
    public List<Option> refusedOptions() {
        return List.of(CommonOptions.NO_INPUT, CommonOptions.YES);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException, InterruptedException {
        var plan = ClusterOptions.plan(invocation);
        refuseUnsupportedOptions(invocation);
        var directory = DemoDirectory.create();
        var guards = new OrphanGuard();
        var cleanup = new DemoCleanup(guards, directory, invocation.err(), invocation.terminal()::discardInput);
        Runtime.getRuntime().addShutdownHook(new Thread(cleanup, "demo-end"));
        var cluster = LocalCluster.planned(
                plan,
                directory.path(),
                Launcher.guarded(invocation.context().roles().forShortLife(), guards));
        try {
            return run(cluster, directory, invocation);
        } catch (ClusterException | IllegalStateException e) {
            if (cleanup.hasBegun()) {
                return ExitCode.INTERRUPTED; // Ctrl-C has ended what was starting, and closed the terminal.
            }
            throw e;
        } finally {
            cleanup.run();
        }
    }

    private static ExitCode run(LocalCluster cluster, DemoDirectory directory, CommandInvocation invocation)
            throws IOException, InterruptedException {
        try (var console = invocation.terminal().open(invocation.texts())) {
            directory
                    .deleteAbandoned()
                    .forEach(other ->
                            console.print(TextStyle.FAINT, "Deleted the data of a demo that was killed: " + other));
            console.print(TextStyle.FAINT, "Starting a cluster of real processes on this machine…");
            start(cluster, console);
            if (invocation.has(SPLIT)) {
                LogPane.show(LogFiles.directoryIn(directory.path()), invocation.context(), console);
            }
            return runTerminal(cluster, console, invocation);
        }
    }

    private static void start(LocalCluster cluster, Console console) {
        try {
            cluster.start(ready -> console.print(TextStyle.FAINT, "  " + ready));
        } catch (RuntimeException e) {
            console.dropTypedAhead(); // It was meant for the demo, not for the shell.
            throw e;
        }
    }

    private void refuseUnsupportedOptions(CommandInvocation invocation) throws UsageException {
        for (var option : refusedOptions()) {
            if (invocation.has(option)) {
                throw new UsageException(
                        "demo asks questions: leave --%s out, or use up and place".formatted(option.getLongOpt()));
            }
        }
    }

    private static ExitCode runTerminal(LocalCluster cluster, Console console, CommandInvocation invocation)
            throws InterruptedException {
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        try (var probe = new ClusterProbe(nameserver)) {
            var status = probe.awaitService(cluster::slots, ClusterProbe.SERVICE_TIMEOUT);
            if (!status.takesOrders()) {
                console.print(
                        TextStyle.BAD,
                        "%s. Type status to see more."
                                .formatted(status.verdict().text()));
            }
            var tracer = new TracedFrontends(new DirectoryFrontends(nameserver));
            var session = new Session(
                    UserId.of(UUID.randomUUID()), tracer, RetryPolicy.DEFAULT, new ConsoleProgress(console));
            var progress = invocation.terminal().showsProgress()
                    ? Optional.of(invocation.err())
                    : Optional.<PrintStream>empty();
            var commands = new DemoMenu(cluster, probe, console, progress, tracer);
            return new OrderingTerminal(
                            new DemoConsole(console, commands),
                            new TracingSender(session, tracer, console),
                            commands,
                            PersonKind.NEW)
                    .run();
        }
    }
}
