package justhungry.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;

/** A pane beside the ordering terminal with the growing logs of all processes. */
final class LogPane {
    private LogPane() {}

    /** In tmux, opens a pane, which closes when this process ends; elsewhere, prints what to type in another terminal. */
    static void show(Path logs, CommandContext context, Console console) throws IOException {
        var follow = "tail -q -n +1 -F '%s'/*.log".formatted(logs);
        if (context.environment().getOrDefault("TMUX", "").isEmpty()) {
            console.print(
                    TextStyle.PLAIN, "Outside tmux there is only one pane. To see the logs, type in another terminal:");
            console.print(TextStyle.PLAIN, follow);
            return;
        }
        var untilWeEnd = "%s & while kill -0 %d 2>/dev/null; do sleep 1; done; kill $!"
                .formatted(follow, ProcessHandle.current().pid());
        new ProcessBuilder("tmux", "split-window", "-h", "-d", untilWeEnd).start();
    }
}
