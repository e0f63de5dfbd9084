package justhungry.cli;

import java.util.List;
import java.util.Locale;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandGroup;
import justhungry.cli.command.CommandInvocation;
import justhungry.cli.command.UsageException;
import justhungry.platform.process.ExitCode;

/** The command {@code completion}: prints the script that completes commands and options in a shell. */
final class CompletionCommand implements CliCommand {
    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "prints a script that completes commands in your shell";
    }

    @Override
    public CommandGroup group() {
        return CommandGroup.CLUSTER;
    }

    @Override
    public String arguments() {
        return "SHELL";
    }

    @Override
    public List<String> examples() {
        return List.of("completion bash", "completion zsh");
    }

    @Override
    public String details() {
        return """
            To load it in this shell: source <(./just-hungry completion bash). For every shell, add that line to
            ~/.bashrc, or to ~/.zshrc after compinit.
            """;
    }

    @Override
    public ExitCode run(CommandInvocation invocation) throws UsageException {
        var shell = invocation.argument("name your shell: bash or zsh");
        for (var known : ShellCompletion.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(shell)) {
                invocation.out().print(known.script());
                return ExitCode.OK;
            }
        }
        throw new UsageException("'%s' is not supported; name your shell: bash or zsh".formatted(shell));
    }
}
