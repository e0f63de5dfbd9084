package justhungry.cli.cluster;

import java.io.IOException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** A command that works on a whole cluster. */
public interface ClusterCommand {
    /** The text of {@code --help}: examples first. */
    String help();

    /** Its own options, in addition to the common ones. */
    Options options();

    /**
     * Runs the command.
     *
     * @throws ParseException when an option or an argument is wrong
     * @throws IOException when a file or a terminal fails
     */
    ExitCode run(CommandLine line, ClusterContext context) throws ParseException, IOException, InterruptedException;
}
