package justhungry.cluster;

import java.io.IOException;
import justhungry.api.process.ExitCode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** One command of the command line. */
interface ClusterCommand {
    /** What {@code --help} shows: examples first. */
    String help();

    /** The options that it knows, beside those that all commands have. */
    Options options();

    /**
     * Carries the command out.
     *
     * @throws ParseException when a value or a word makes no sense to it
     * @throws IOException when a file or a terminal fails
     */
    ExitCode run(CommandLine line, Surroundings around) throws ParseException, IOException, InterruptedException;
}
