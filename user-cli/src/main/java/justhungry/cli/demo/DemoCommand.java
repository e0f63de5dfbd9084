package justhungry.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
import justhungry.client.DirectoryFrontends;
import justhungry.client.RetryPolicy;
import justhungry.client.Session;
import justhungry.cluster.process.DirectoryTree;
import justhungry.cluster.process.Launcher;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.OrphanGuard;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code demo}: a whole cluster and the ordering terminal, deleted at the end. */
public final class DemoCommand implements CliCommand {
    private static final Option SPLIT =
            CommonOptions.flag("split", "shows the logs in a second pane (in tmux), or says how to see them");

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
            Starts a cluster of real processes and an ordering terminal. At any prompt you can also
            break and repair it: kill primary, restart killed, kill 2, pause 2, resume 2, status;
            at the menu also replay a script: replay examples/failover.jsonl.
            Everything is stopped and deleted when you quit.
            """;
    }

    @Override
    public List<Option> options() {
        return ClusterOptions.with(SPLIT);
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException, InterruptedException {
        var plan = ClusterOptions.plan(invocation);
        refuseUnsupportedOptions(invocation);
        var directory = Files.createTempDirectory("just-hungry-demo-");
        var guards = new OrphanGuard();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(guards, directory), "demo-end"));
        var cluster = LocalCluster.planned(
                plan, directory, Launcher.guarded(invocation.context().roles(), guards));
        try (var console = invocation.terminal().open()) {
            console.print(TextStyle.FAINT, "Starting a cluster of real processes on this machine…");
            cluster.start(ready -> console.print(TextStyle.FAINT, "  " + ready));
            if (invocation.has(SPLIT)) {
                LogPane.show(directory.resolve("logs"), invocation.context(), console);
            }
            return runTerminal(cluster, console);
        }
    }

    private static void refuseUnsupportedOptions(CommandInvocation invocation) throws UsageException {
        for (var option : List.of(CommonOptions.NO_INPUT, CommonOptions.YES)) {
            if (invocation.has(option)) {
                throw new UsageException(
                        "demo asks questions: leave --%s out, or use up and place".formatted(option.getLongOpt()));
            }
        }
    }

    private static ExitCode runTerminal(LocalCluster cluster, Console console) throws InterruptedException {
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        try (var probe = new ClusterProbe(nameserver)) {
            if (!probe.awaitService(cluster.slots())) {
                console.print(
                        TextStyle.BAD,
                        "The cluster takes no orders yet: it needs two back ends. Type status to see why.");
            }
            var session = new Session(
                    UserId.of(UUID.randomUUID()),
                    new DirectoryFrontends(nameserver),
                    RetryPolicy.DEFAULT,
                    new ConsoleProgress(console));
            var commands = new DemoMenu(cluster, probe, console);
            return new OrderingTerminal(new DemoConsole(console, commands), session, commands).run();
        }
    }

    private static void cleanUp(OrphanGuard guards, Path directory) {
        guards.killAll();
        DirectoryTree.delete(directory);
    }
}
