package justhungry.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import justhungry.cli.command.CommandContext;
import justhungry.cli.command.CommandInfo;
import justhungry.platform.rmi.RmiProcess;

/** The main class of all commands; the first argument is the command's name, without one it is {@code demo}. */
public final class Main {
    /** A front end answers within 10 s. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(15);

    private Main() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0 || CommandInfo.isClusterCommand(arguments[0])) {
            ClusterCommandRunner.runAndExit(arguments);
            return;
        }
        RmiProcess.configure(RmiProcess.LOOPBACK, CALL_TIMEOUT);
        var exitCode = new CommandRunner(CommandContext.ofThisProcess()).run(List.of(arguments));
        System.exit(exitCode.code());
    }
}
