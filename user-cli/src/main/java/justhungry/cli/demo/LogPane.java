package justhungry.cli.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import justhungry.cli.command.CommandContext;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.cluster.process.InstalledJars;

/** A second pane with the growing logs of all processes, merged by time. */
final class LogPane {
    /** From this width on, each half has room for a line of a log; else the panes are one below the other. */
    private static final int COLUMNS_FOR_TWO = 200;

    private LogPane() {}

    /** In tmux, opens a pane, which closes when this process ends; elsewhere, prints what to type in another terminal. */
    static void show(Path logs, CommandContext context, Console console) throws IOException {
        var follow = follow(InstalledJars.find().home(), logs);
        if (context.environment().getOrDefault("TMUX", "").isEmpty()) {
            console.print(
                    TextStyle.PLAIN, "Outside tmux there is only one pane. To see the logs, type in another terminal:");
            console.print(TextStyle.PLAIN, follow);
            return;
        }
        new ProcessBuilder(command(follow, ProcessHandle.current().pid(), console.columns())).start();
    }

    static String follow(Path home, Path logs) {
        return "JAVA_HOME=%s %s logs --follow --directory %s"
                .formatted(
                        quoted(System.getProperty("java.home")),
                        quoted(home.resolve("just-hungry").toString()),
                        quoted(logs.toString()));
    }

    /** A word for a shell, whatever is in it. */
    private static String quoted(String word) {
        return "'%s'".formatted(word.replace("'", "'\\''"));
    }

    static List<String> command(String follow, long demo, int columns) {
        var untilWeEnd = "%s & while kill -0 %d 2>/dev/null; do sleep 1; done; kill $!".formatted(follow, demo);
        return List.of("tmux", "split-window", columns < COLUMNS_FOR_TWO ? "-v" : "-h", "-d", untilWeEnd);
    }
}
