package justhungry.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.ClusterException;
import justhungry.cluster.process.LocalCluster;
import justhungry.cluster.process.LogFiles;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.status.ClusterProbe;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** The command {@code logs}: the logs of the cluster in the background, also after its end. */
public final class LogsCommand implements CliCommand {
    private static final Option FOLLOW = CliOptions.flag("follow", "prints each new line, until Ctrl-C");
    private static final Option DIRECTORY =
            CliOptions.value("directory", "DIR", "the logs in this directory instead, like those of a demo");
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);
    private static final String SUFFIX = ".log";
    private static final String ALL = "all";

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String summary() {
        return "shows the logs of the cluster in the background";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public String arguments() {
        return "[TARGET]";
    }

    @Override
    public List<String> examples() {
        return List.of("logs", "logs --follow", "logs server2", "logs primary --follow");
    }

    @Override
    public String details() {
        return """
            Shows the log of one process, or of all: then the lines are merged by their time, with the name in front.
            It begins with the last lines of each, 1 MB at most. Name a process as for kill: server2, 2, primary, all.
            """;
    }

    @Override
    public List<Option> options() {
        return List.of(FOLLOW, DIRECTORY);
    }

    @Override
    public String exitCodes() {
        return "0 done; 1 wrong usage; 3 there are no logs; 130 Ctrl-C";
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException, IOException, InterruptedException {
        if (invocation.arguments().size() > 1) {
            throw new UsageException("name one process, like server2, 2 or primary, or none to see all logs");
        }
        var target =
                invocation.arguments().isEmpty() ? ALL : invocation.arguments().get(0);
        var background = BackgroundCluster.of(invocation);
        var named = invocation.value(DIRECTORY).map(Path::of);
        var cluster = named.isPresent() ? Optional.<LocalCluster>empty() : background.cluster();
        var directory = named.orElseGet(
                () -> LogFiles.directoryIn(cluster.map(up -> Path.of(up.state().directory()))
                        .orElse(background.paths().data())));
        print(new MergedLogs(directory, processes(target, directory, cluster, invocation)), invocation);
        return ExitCode.OK;
    }

    private static void print(MergedLogs logs, CommandInvocation invocation) throws IOException, InterruptedException {
        logs.readNew().forEach(invocation.out()::println);
        while (invocation.has(FOLLOW) && !invocation.out().checkError()) {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
            logs.readNew().forEach(invocation.out()::println);
        }
    }

    private static List<String> processes(
            String target, Path directory, Optional<LocalCluster> cluster, CommandInvocation invocation)
            throws UsageException, IOException {
        var known = cluster.isPresent()
                ? cluster.get().slots().stream().map(ProcessSlot::name).toList()
                : logged(directory);
        if (known.isEmpty()) {
            throw new ClusterException(
                    invocation.has(DIRECTORY)
                            ? "there are no logs in %s: check --directory".formatted(directory)
                            : "there are no logs yet; to start a cluster: just-hungry up");
        }
        var name = target.matches("[0-9]{1,3}") ? "server" + target : target;
        if (target.equals(ALL) || known.contains(name)) {
            return target.equals(ALL) ? known : List.of(name);
        }
        if (cluster.isEmpty()) {
            throw new UsageException("there is no log of '%s', only of %s".formatted(target, String.join(", ", known)));
        }
        try (var probe = new ClusterProbe(NameServerAddress.parse(cluster.get().nameserver()))) {
            return FaultCommand.targets(cluster.get(), probe, invocation.err()::println)
                    .resolve(target);
        }
    }

    /** The processes that have a log there. */
    private static List<String> logged(Path directory) throws IOException {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
            files.forEach(file -> names.add(file.getFileName().toString().replace(SUFFIX, "")));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return names.stream().sorted().toList();
    }
}
