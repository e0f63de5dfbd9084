package justhungry.cli.cluster;

import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code down}: stops the cluster in the background. */
public final class DownCommand implements ClusterCommand {
    @Override
    public String help() {
        return """
            Examples:
              just-hungry down

            Stops every process of the cluster in the background. Orders on disk are kept: up brings them back.
            """;
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandLine line, ClusterContext context) throws ParseException {
        OptionParser.requireNoArguments(line);
        try (var lock = context.lock()) {
            var cluster = context.cluster();
            if (cluster.isEmpty()) {
                context.err().println("No cluster is up on this machine.");
                return ExitCode.OK;
            }
            cluster.get().stop();
            context.file().remove();
            context.err().println("The cluster is down. Orders on disk are kept; to bring them back: just-hungry up");
            return ExitCode.OK;
        }
    }
}
