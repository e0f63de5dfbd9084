package justhungry.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.CommandInvocation;
import justhungry.cluster.process.TargetResolver;
import org.apache.commons.cli.Option;

/** The script that completes command lines in a shell, made from the registry of commands. */
enum ShellCompletion {
    BASH("""
            # Completes command lines of just-hungry in bash. To load it: source <(just-hungry completion bash)
            _just_hungry() {
              local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
              if [ "$COMP_CWORD" -eq 1 ]; then
                words='%1$s'
              else
                case $before in %2$s) COMPREPLY=(); return ;; esac
                case ${COMP_WORDS[1]} in
            %3$s    esac
              fi
              COMPREPLY=($(compgen -W "$words" -- "$word" || :)) # also in a shell with set -e
            }
            complete -o default -F _just_hungry just-hungry
            """, "      %s) words='%s' ;;\n"),
    ZSH("""
            # Completes command lines of just-hungry in zsh. To load it, after compinit: source <(just-hungry completion zsh)
            _just_hungry() {
              if (( CURRENT == 2 )); then
                compadd -- %1$s
              else
                case ${words[CURRENT-1]} in (%2$s) _files; return ;; esac
                case ${words[2]} in
            %3$s    esac
                _files
              fi
            }
            compdef _just_hungry just-hungry
            """, "      (%s) compadd -- %s ;;\n");

    private final String script;
    private final String row;

    ShellCompletion(String script, String row) {
        this.script = script;
        this.row = row;
    }

    String script() {
        var names = CommandRegistry.summary().stream().map(CommandInfo::name).toList();
        var rows = Stream.concat(
                        CommandRegistry.commands().stream().map(command -> row(command.name(), words(command))),
                        Stream.of(row("help", names)))
                .collect(Collectors.joining());
        return script.formatted(String.join(" ", names), String.join("|", withValue()), rows);
    }

    private String row(String command, List<String> words) {
        return row.formatted(command, String.join(" ", words));
    }

    /** The options of a command, and the words that its argument may be; names of files the shell completes itself. */
    private static List<String> words(CliCommand command) {
        return Stream.concat(
                        CommandInvocation.usableOptions(command).stream().map(option -> "--" + option.getLongOpt()),
                        arguments(command).stream())
                .toList();
    }

    private static List<String> arguments(CliCommand command) {
        return switch (command.arguments()) {
            case "TARGET", "[TARGET]" -> TargetResolver.KEYWORDS;
            case "SHELL" -> List.of("bash", "zsh");
            default -> List.of();
        };
    }

    /** The options that have a value, of any command. */
    private static List<String> withValue() {
        return CommandRegistry.commands().stream()
                .flatMap(command -> CommandInvocation.usableOptions(command).stream())
                .filter(Option::hasArg)
                .map(option -> "--" + option.getLongOpt())
                .distinct()
                .toList();
    }
}
