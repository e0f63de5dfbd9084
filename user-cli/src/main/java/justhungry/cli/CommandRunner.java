package justhungry.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.CommonOptions;
import justhungry.cli.command.HelpText;
import justhungry.cli.command.ResultPrinter;
import justhungry.cli.command.UsageException;
import justhungry.cli.console.TerminalWidth;
import justhungry.cluster.process.ClusterException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;
import justhungry.platform.process.ProcessText;
import justhungry.platform.process.ProgramVersion;
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
        return requireWritten(runCommand(words));
    }

    /** What cannot be written is an error of every command; the command itself has done its work. */
    private ExitCode requireWritten(ExitCode exitCode) {
        var failure = context.output().failure();
        if (failure.isEmpty()) {
            return exitCode;
        }
        printError(failure.get() + (exitCode == ExitCode.OK ? "; everything else was done" : ""));
        return exitCode == ExitCode.OK ? ExitCode.UNAVAILABLE : exitCode;
    }

    private ExitCode runCommand(List<String> words) {
        var name = words.isEmpty() ? "" : words.get(0);
        if (List.of("help", "--help", "-h").contains(name)) {
            return help(words.subList(1, words.size()));
        }
        if (name.equals("version") || ProgramVersion.isRequested(words.toArray(String[]::new))) {
            context.out().print(ProgramVersion.line());
            return ExitCode.OK;
        }
        return CommandRegistry.find(name)
                .map(command -> run(command, words.subList(1, words.size())))
                .orElseGet(() -> unknown(name));
    }

    /** The help of the command that is named, else that of the program. */
    private ExitCode help(List<String> words) {
        var name = words.isEmpty() ? "help" : words.get(0);
        var command = CommandRegistry.find(name);
        if (command.isPresent()) {
            return help(command.get());
        }
        if (CommandRegistry.isServer(name)) {
            context.out().println("For its help, type: just-hungry %s --help".formatted(name));
            return ExitCode.OK;
        }
        if (!name.startsWith("-") && !List.of("help", "version").contains(name)) {
            return unknown(name);
        }
        HelpText.of(CommandRegistry.summary(), columns()).forEach(context.out()::println);
        return ExitCode.OK;
    }

    private ExitCode help(CliCommand command) {
        HelpText.of(command, columns()).forEach(context.out()::println);
        return ExitCode.OK;
    }

    private ExitCode run(CliCommand command, List<String> words) {
        if (words.contains("--help") || words.contains("-h")) {
            return help(command);
        }
        try {
            ProcessText.requireReadable(words, context.environment());
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
            if (e.getCause() instanceof CharacterCodingException) {
                return fail(command, words, ExitCode.USAGE, String.valueOf(e.getMessage()));
            }
            return fail(
                    command,
                    words,
                    ExitCode.UNAVAILABLE,
                    "%s (%s)".formatted(e.getMessage(), FailureReason.of(e.getCause())));
        } catch (IOException e) {
            return fail(
                    command,
                    words,
                    ExitCode.UNAVAILABLE,
                    "a file or the terminal cannot be used (%s): fix that, or name another file"
                            .formatted(FailureReason.withFile(e)));
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
        printError(problem(name));
        return ExitCode.USAGE;
    }

    private static String problem(String name) {
        if (name.isEmpty()) {
            return "no command given; one of: "
                    + CommandRegistry.summary().stream().map(CommandInfo::name).collect(Collectors.joining(", "));
        }
        if (name.startsWith("-")) {
            return "options come after the command: just-hungry COMMAND %s".formatted(name);
        }
        return "unknown command '%s'.%s All commands: just-hungry --help"
                .formatted(name, CommandRegistry.didYouMean(name));
    }

    private int columns() {
        return TerminalWidth.ofOutput(context.environment());
    }

    private void printError(String line) {
        context.err().println("just-hungry: " + line);
    }
}
