package justhungry.cluster;

import justhungry.api.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The command {@code down}: stops the cluster in the background. */
final class DownCommand implements ClusterCommand {
    @Override
    public String help() {
        return """
            Examples:
              just-hungry down

            Stops every process of the cluster that up started. Orders on disk are kept for the next up.
            """;
    }

    @Override
    public Options options() {
        return new Options();
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public ExitCode run(CommandLine line, Surroundings around) throws ParseException {
        Arguments.noWords(line);
        try (var lock = around.lock()) {
            var cluster = around.cluster();
            if (cluster.isEmpty()) {
                around.talk().println("No cluster is up on this machine.");
                return ExitCode.OK;
            }
            cluster.get().stop();
            around.file().remove();
            around.talk().println("The cluster is down. Orders on disk are kept for the next: just-hungry up");
            return ExitCode.OK;
        }
    }
}
