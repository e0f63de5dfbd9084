package justhungry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.cli.command.CliCommand;
import justhungry.cli.command.CommandInfo;
import justhungry.cli.command.CommandInvocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion of command lines, by the shells that are installed. */
class ShellCompletionTest {
    @TempDir
    Path home;

    @Test
    void bashCompletesEveryCommandAndItsOptions() throws IOException, InterruptedException {
        assertThat(completedByBash("just-hungry", ""))
                .isEqualTo(CommandRegistry.summary().stream()
                        .map(CommandInfo::name)
                        .toList());
        for (var command : CommandRegistry.commands()) {
            assertThat(completedByBash("just-hungry", command.name(), "--"))
                    .as(command.name())
                    .isEqualTo(options(command));
        }
    }

    @Test
    void bashCompletesTargets_andLeavesFilesAndValuesToItself() throws IOException, InterruptedException {
        assertThat(completedByBash("./just-hungry", "kill", "pr")).containsExactly("primary");
        assertThat(completedByBash("just-hungry", "help", "wait")).containsExactly("wait-ready");
        assertThat(completedByBash("just-hungry", "completion", "")).contains("bash", "zsh");
        assertThat(completedByBash("just-hungry", "replay", "exam")).isEmpty();
        assertThat(completedByBash("just-hungry", "replay", "--timeline", "")).isEmpty();
    }

    @Test
    void theScriptOfZshHasEveryCommandAndItsOptions() {
        var script = ShellCompletion.ZSH.script();

        for (var command : CommandRegistry.commands()) {
            assertThat(script)
                    .contains("(%s) compadd -- %s".formatted(command.name(), String.join(" ", options(command))));
        }
    }

    private static List<String> options(CliCommand command) {
        return CommandInvocation.usableOptions(command).stream()
                .map(option -> "--" + option.getLongOpt())
                .toList();
    }

    /** What bash offers for the last one of the words. */
    private List<String> completedByBash(String... words) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash is not installed");
        var script = Files.writeString(home.resolve("completion"), ShellCompletion.BASH.script());
        var typing =
                "set -e; source '%s'; COMP_WORDS=(\"$@\") COMP_CWORD=$(($# - 1)); _just_hungry; printf '%%s\\n' \"${COMPREPLY[@]}\""
                        .formatted(script);
        var command = new ArrayList<>(List.of("/bin/bash", "--norc", "-c", typing, "bash"));
        command.addAll(List.of(words));
        var bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        var seen = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(seen).isZero();
        return seen.lines().filter(line -> !line.isEmpty()).toList();
    }
}
