package justhungry.platform.command;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.ProcessText;
import justhungry.platform.process.ProgramOutput;
import justhungry.platform.process.ProgramVersion;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The command that runs a server: its options, and the help that is made from them.
 *
 * @param name typed after {@code just-hungry}
 * @param arguments what follows the options, as the help shows it; empty for none
 * @param examples complete command lines, without {@code just-hungry NAME}
 * @param details lines that say what the server does
 * @param options without {@code --help} and {@code --version}, which every server has
 */
public record ServerCommand(
        String name, String arguments, List<String> examples, String details, List<Option> options) {
    private static final int HELP_COLUMNS = 80;
    private static final int OPTION_COLUMNS = 26;

    private static final Option HELP = CliOptions.flag("help", "shows this help");
    private static final Option VERSION = CliOptions.flag("version", "prints the version");

    /** A server, from its command line until it ends. */
    public interface Server {
        /**
         * Serves until the process is stopped.
         *
         * @throws ParseException when the command line is wrong
         * @throws CannotStartException when something on this machine has to be fixed first
         * @throws UnknownHostException when the host of {@code --host} cannot be used
         */
        void run(CommandLine line) throws ParseException, CannotStartException, IOException, InterruptedException;
    }

    /** Runs the server, or prints what was asked for. A server that cannot start ends the process with its exit code. */
    public void run(String[] args, Server server) throws IOException, InterruptedException {
        try {
            if (ProgramVersion.isRequested(args)) {
                ProgramOutput.standard().print(ProgramVersion.line());
                return;
            }
            ProcessText.requireReadable(List.of(args), System.getenv());
            var line = parse(args);
            if (line.hasOption(HELP)) {
                ProgramOutput.standard().print(help());
                return;
            }
            server.run(line);
        } catch (ParseException e) {
            end(ExitCode.USAGE, "%s. Try: just-hungry %s --help".formatted(e.getMessage(), name));
        } catch (UnknownHostException e) {
            end(ExitCode.USAGE, "cannot use the host (%s): fix --host HOST".formatted(e.getMessage()));
        } catch (CannotStartException e) {
            end(e.exitCode(), e.getMessage());
        }
    }

    /**
     * Reads a command line.
     *
     * @throws ParseException when an option is unknown, or has no value
     */
    public CommandLine parse(String... args) throws ParseException {
        var known = new Options().addOption(HELP).addOption(VERSION);
        options.forEach(known::addOption);
        return new DefaultParser(false).parse(known, args);
    }

    /** Ends the process with a message on stderr. */
    public void end(ExitCode exitCode, @Nullable String message) {
        System.err.println(name + ": " + message);
        System.exit(exitCode.code());
    }

    /** The text of {@code --help}: examples first. */
    String help() {
        var lines = new ArrayList<String>();
        lines.add("Examples:");
        examples.forEach(example -> lines.add("  just-hungry %s %s".formatted(name, example)));
        lines.add("");
        details.lines().forEach(lines::add);
        lines.add("");
        lines.add("Usage: just-hungry %s [OPTION...] %s".formatted(name, arguments));
        options.forEach(option -> lines.addAll(row(option)));
        lines.addAll(row(HELP));
        lines.addAll(row(VERSION));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n"));
    }

    /** An option and, beside it, its description, wrapped. */
    private static List<String> row(Option option) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(("  %-" + (OPTION_COLUMNS - 3) + "s ").formatted(CliOptions.usage(option)));
        for (var word : option.getDescription().split(" ", -1)) {
            if (line.length() + word.length() > HELP_COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(OPTION_COLUMNS));
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString());
        return lines;
    }
}
