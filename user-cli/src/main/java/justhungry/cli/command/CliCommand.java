package justhungry.cli.command;

import java.io.IOException;
import java.util.List;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** A command of the command line, typed after {@code just-hungry}. */
public interface CliCommand {
    String name();

    /** A few words for the list of commands. */
    String summary();

    CommandGroup group();

    /** The arguments after the name, as the help shows them. */
    default String arguments() {
        return "";
    }

    /** Complete command lines, without {@code just-hungry}. */
    List<String> examples();

    /** Lines that tell more than the summary; empty when it tells all. */
    default String details() {
        return "";
    }

    /** Its own options, in addition to those of its group. */
    default List<Option> options() {
        return List.of();
    }

    /** The options of its group that it refuses, with a line that says why: its help does not show them. */
    default List<Option> refusedOptions() {
        return List.of();
    }

    /** The meaning of its exit codes, in one line. */
    default String exitCodes() {
        return "0 done; 1 wrong usage, refused, or not confirmed; 3 unavailable or outcome unknown; 130 Ctrl-C";
    }

    /**
     * Runs the command.
     *
     * @throws UsageException when the command line is wrong
     * @throws CannotStartException when something on this machine has to be fixed first
     * @throws IOException when a file or the terminal fails
     */
    ExitCode run(CommandInvocation invocation)
            throws UsageException, CannotStartException, IOException, InterruptedException;
}
