package justhungry.cli.cluster;

import java.util.List;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.UsageException;
import justhungry.platform.process.ExitCode;

/** The command {@code down}: stops the cluster in the background. */
public final class DownCommand implements CliCommand {
    @Override
    public String name() {
        return "down";
    }

    @Override
    public String summary() {
        return "stops the cluster in the background; orders on disk are kept";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public List<String> examples() {
        return List.of("down");
    }

    @Override
    public String details() {
        return """
            Stops every process of the cluster in the background. Orders on disk are kept: up brings them back.
            """;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandInvocation invocation) throws UsageException {
        invocation.requireNoArguments();
        var background = BackgroundCluster.of(invocation);
        try (var lock = background.lock()) {
            var cluster = background.cluster();
            if (cluster.isEmpty()) {
                invocation.err().println("No cluster is up on this machine.");
                return ExitCode.OK;
            }
            cluster.get().stop();
            background.file().remove();
            invocation
                    .err()
                    .println("The cluster is down. Orders on disk are kept; to bring them back: just-hungry up");
            return ExitCode.OK;
        }
    }
}
