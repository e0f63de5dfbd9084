package justhungry.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.shop.UserId;
import justhungry.cli.cluster.ClusterCommand;
import justhungry.cli.cluster.ClusterContext;
import justhungry.cli.cluster.ClusterOptions;
import justhungry.cli.cluster.OptionParser;
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
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code demo}: a whole cluster and the ordering terminal, deleted at the end. */
public final class DemoCommand implements ClusterCommand {
    private static final Duration SERVICE_TIMEOUT = Duration.ofSeconds(20);

    @Override
    public String help() {
        return """
            Examples:
              just-hungry
              just-hungry demo --backends 5
              just-hungry demo --split

            Starts a cluster of real processes and an ordering terminal. At any prompt you can also
            break and repair it: kill primary, restart killed, kill 2, pause 2, resume 2, status;
            at the menu also replay a script: replay examples/failover.jsonl.
            Everything is stopped and deleted when you quit.

            Options:
            """ + ClusterOptions.HELP + """
              --split              shows the logs in a second pane (in tmux), or says how to see them
            """;
    }

    @Override
    public Options options() {
        return ClusterOptions.options().addOption(OptionParser.flag("split"));
    }

    @Override
    public ExitCode run(CommandLine line, ClusterContext context)
            throws ParseException, IOException, InterruptedException {
        var plan = ClusterOptions.plan(line);
        refuseUnsupportedOptions(line);
        var directory = Files.createTempDirectory("just-hungry-demo-");
        var guards = new OrphanGuard();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> cleanUp(guards, directory), "demo-end"));
        var cluster = LocalCluster.planned(plan, directory, Launcher.guarded(context.roles(), guards));
        try (var console = context.terminal().open()) {
            console.print(TextStyle.FAINT, "Starting a cluster of real processes on this machine…");
            cluster.start(ready -> console.print(TextStyle.FAINT, "  " + ready));
            if (line.hasOption("split")) {
                LogPane.show(directory.resolve("logs"), context, console);
            }
            return runTerminal(cluster, console);
        }
    }

    private static void refuseUnsupportedOptions(CommandLine line) throws ParseException {
        for (var option : List.of("no-input", "yes")) {
            if (line.hasOption(option)) {
                throw new ParseException("demo asks questions: leave --%s out, or use up and place".formatted(option));
            }
        }
    }

    private static ExitCode runTerminal(LocalCluster cluster, Console console) throws InterruptedException {
        var nameserver = NameServerAddress.parse(cluster.nameserver());
        try (var probe = new ClusterProbe(nameserver)) {
            if (!probe.awaitService(cluster.slots(), SERVICE_TIMEOUT)) {
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
