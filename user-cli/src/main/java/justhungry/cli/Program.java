package justhungry.cli;

import java.util.List;
import java.util.stream.Stream;
import justhungry.cli.command.Command;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.Help;
import justhungry.cli.command.Invocation;
import justhungry.cli.command.OneShots;
import justhungry.cli.command.OrderCommand;
import justhungry.cli.command.PlaceCommand;
import justhungry.cli.command.Printing;
import justhungry.cli.command.Summary;
import justhungry.cli.command.Surroundings;
import justhungry.cli.command.UsageException;
import justhungry.cli.replay.VerifyCommand;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.Nearest;
import justhungry.platform.text.Sentence;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The runner of commands: finds the command by its name, and runs it. */
public final class Program {
    private static final List<Command> COMMANDS = Stream.concat(
                    Stream.of(new OrderCommand(), new PlaceCommand(), new VerifyCommand()), OneShots.all().stream())
            .toList();

    private static final List<Summary> SUMMARIES = Summary.all(COMMANDS);

    private final Surroundings surroundings;

    public Program(Surroundings context) {
        this.surroundings = context;
    }

    /**
     * Runs a command line to its end.
     *
     * @param words the command's name, then its options and arguments
     */
    public ExitCode run(List<String> words) {
        var name = words.isEmpty() ? "" : words.get(0);
        if (List.of("help", "--help", "-h").contains(name)) {
            Help.of(SUMMARIES).forEach(surroundings.out()::println);
            return ExitCode.OK;
        }
        return COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .map(command -> run(command, words.subList(1, words.size())))
                .orElseGet(() -> unknown(name));
    }

    private ExitCode run(Command command, List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            Help.of(command).forEach(surroundings.out()::println);
            return ExitCode.OK;
        }
        try {
            return command.run(new Invocation(parse(command, words), surroundings));
        } catch (UsageException e) {
            var reason = Sentence.ended(e.reason());
            return fail(
                    words,
                    ExitCode.USAGE,
                    "%s: %s Try: just-hungry %s --help".formatted(command.name(), reason, command.name()));
        } catch (CannotStartException e) {
            return fail(words, e.exitCode(), String.valueOf(e.getMessage()));
        }
    }

    /** A program that asked for JSON gets JSON, whatever is wrong with the command line. */
    private ExitCode fail(List<String> words, ExitCode exitCode, String message) {
        if (words.contains("--" + CommonOptions.JSON.getLongOpt())) {
            new Printing(surroundings).json(exitCode, message);
        } else {
            complain(message);
        }
        return exitCode;
    }

    private static CommandLine parse(Command command, List<String> words) throws UsageException {
        var options = new Options();
        command.options().forEach(options::addOption);
        CommonOptions.ALL.forEach(options::addOption);
        try {
            return DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(options, words.toArray(String[]::new));
        } catch (UnrecognizedOptionException e) {
            throw new UsageException(
                    "unknown option '%s'.%s".formatted(e.getOption(), nearest(e.getOption(), options)));
        } catch (ParseException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String nearest(String typed, Options options) {
        var names = options.getOptions().stream()
                .map(option -> "--" + option.getLongOpt())
                .toList();
        return Nearest.didYouMean(typed, names);
    }

    private ExitCode unknown(String name) {
        var names = SUMMARIES.stream().map(Summary::name).toList();
        complain(
                name.isEmpty()
                        ? "no command given; one of: " + String.join(", ", names)
                        : "unknown command '%s'.%s All commands: just-hungry --help"
                                .formatted(name, Nearest.didYouMean(name, names)));
        return ExitCode.USAGE;
    }

    private void complain(String line) {
        surroundings.err().println("just-hungry: " + line);
    }
}
