package justhungry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.HelpText;
import justhungry.cli.command.ResultPrinter;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.ClusterException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.text.NearestWord;
import justhungry.platform.text.SentenceFormat;

/** The runner of commands: finds the command by its name, and runs it. */
public final class CommandRunner {
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
            HelpText.of(CommandRegistry.summary()).forEach(context.out()::println);
            return ExitCode.OK;
        }
        return CommandRegistry.find(name)
                .map(command -> run(command, words.subList(1, words.size())))
                .orElseGet(() -> unknown(name));
    }

    private ExitCode run(CliCommand command, List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            HelpText.of(command).forEach(context.out()::println);
            return ExitCode.OK;
        }
        try {
            return command.run(new CommandInvocation(command, words, context));
        } catch (UsageException e) {
            var message = "%s: %s Try: just-hungry %s --help"
                    .formatted(command.name(), SentenceFormat.ended(e.reason()), command.name());
            return fail(command, words, ExitCode.USAGE, message);
        } catch (CannotStartException e) {
            return fail(command, words, e.exitCode(), String.valueOf(e.getMessage()));
        } catch (ClusterException e) {
            return fail(command, words, e.exitCode(), e.getMessage());
        } catch (UncheckedIOException e) {
            return fail(command, words, ExitCode.UNAVAILABLE, "%s (%s)".formatted(e.getMessage(), e.getCause()));
        } catch (IOException e) {
            return fail(
                    command, words, ExitCode.UNAVAILABLE, "a file or the terminal cannot be used: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    /** A program that asked for a response as JSON gets JSON, whatever is wrong with the command line. */
    private ExitCode fail(CliCommand command, List<String> words, ExitCode exitCode, String message) {
        if (command.group() == CommandGroup.CLIENT && words.contains("--" + CommonOptions.JSON.getLongOpt())) {
            new ResultPrinter(context).json(exitCode, message);
        } else {
            printError(message);
        }
        return exitCode;
    }

    private ExitCode unknown(String name) {
        var names = CommandRegistry.summary().stream().map(CommandInfo::name).toList();
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
