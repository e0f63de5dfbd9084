package justhungry.cli.command;

import java.util.List;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.apache.commons.cli.Option;

/** A command of the command line, typed after {@code just-hungry}. */
public interface ClientCommand {
    String name();

    /** A few words for the list of commands. */
    String summary();

    /** The arguments after the name, as the help shows them. */
    String arguments();

    /** Complete command lines, without {@code just-hungry}. */
    List<String> examples();

    /** Its own options, in addition to the common ones. */
    List<Option> options();

    /** The meaning of its exit codes, in one line. */
    default String exitCodes() {
        return "0 done; 1 wrong usage, refused, or not confirmed; 3 unavailable or outcome unknown; 130 Ctrl-C";
    }

    /**
     * Runs the command.
     *
     * @throws UsageException when the command line is wrong
     * @throws CannotStartException when something on this machine has to be fixed first
     */
    ExitCode run(CommandInvocation invocation) throws UsageException, CannotStartException;
}
