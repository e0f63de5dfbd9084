package justhungry.cli.command;

import java.util.List;
import justhungry.api.process.CannotStartException;
import justhungry.api.process.ExitCode;
import org.apache.commons.cli.Option;

/** Something that can be typed after {@code just-hungry}. */
interface Command {
    String name();

    /** What it does, in a few words. */
    String summary();

    /** What follows the name, as the help shows it. */
    String arguments();

    /** Whole command lines, without {@code just-hungry}. */
    List<String> examples();

    /** Its own options, beside those that all commands have. */
    List<Option> options();

    /** What its exit codes mean, in one line. */
    default String exitCodes() {
        return "0 done; 1 wrong usage, refused, or not confirmed; 3 unavailable or outcome unknown; 130 Ctrl-C";
    }

    /**
     * Does it.
     *
     * @throws UsageException when the command line is wrong
     * @throws CannotStartException when something about this machine has to be mended first
     */
    ExitCode run(Invocation invocation) throws UsageException, CannotStartException;
}
