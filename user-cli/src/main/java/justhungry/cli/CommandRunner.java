package justhungry.cli;

import java.util.List;
import java.util.stream.Stream;
import justhungry.cli.command.ClientCommand;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.HelpText;
import justhungry.cli.command.OrderCommand;
import justhungry.cli.command.PlaceCommand;
import justhungry.cli.command.RequestCommands;
import justhungry.cli.command.ResultPrinter;
import justhungry.cli.command.UsageException;
import justhungry.cli.replay.VerifyCommand;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.NearestWord;
import justhungry.platform.text.SentenceFormat;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** The runner of commands: finds the command by its name, and runs it. */
public final class CommandRunner {
    private static final List<ClientCommand> COMMANDS = Stream.concat(
                    Stream.of(new OrderCommand(), new PlaceCommand(), new VerifyCommand()),
                    RequestCommands.all().stream())
            .toList();

    private static final List<CommandInfo> COMMAND_INFOS = CommandInfo.all(COMMANDS);

    private final CommandContext context;

    public CommandRunner(CommandContext context) {
        this.context = context;
    }

    /**
     * Runs a command line to its end.
     *
     * @param words the command's name, then its options and arguments
     */
    public ExitCode run(List<String> words) {
        var name = words.isEmpty() ? "" : words.get(0);
        if (List.of("help", "--help", "-h").contains(name)) {
            HelpText.of(COMMAND_INFOS).forEach(context.out()::println);
            return ExitCode.OK;
        }
        return COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .map(command -> run(command, words.subList(1, words.size())))
                .orElseGet(() -> unknown(name));
    }

    private ExitCode run(ClientCommand command, List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            HelpText.of(command).forEach(context.out()::println);
            return ExitCode.OK;
        }
        try {
            return command.run(new CommandInvocation(parse(command, words), context));
        } catch (UsageException e) {
            var reason = SentenceFormat.ended(e.reason());
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
            new ResultPrinter(context).json(exitCode, message);
        } else {
            printError(message);
        }
        return exitCode;
    }

    private static CommandLine parse(ClientCommand command, List<String> words) throws UsageException {
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
        return NearestWord.didYouMean(typed, names);
    }

    private ExitCode unknown(String name) {
        var names = COMMAND_INFOS.stream().map(CommandInfo::name).toList();
        printError(
                name.isEmpty()
                        ? "no command given; one of: " + String.join(", ", names)
                        : "unknown command '%s'.%s All commands: just-hungry --help"
                                .formatted(name, NearestWord.didYouMean(name, names)));
        return ExitCode.USAGE;
    }

    private void printError(String line) {
        context.err().println("just-hungry: " + line);
    }
}
