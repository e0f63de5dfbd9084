package justhungry.cli.command;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import justhungry.cli.console.MessageStream;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.client.DirectoryFrontends;
import justhungry.client.FrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.RoleLauncher;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.process.ProgramOutput;

/**
 * The context that a command runs in.
 *
 * @param output for data
 * @param err for messages
 * @param terminals examines the process's streams, when a command needs to know
 * @param frontends locates them, by the address of a name server, and where the cluster in the background is if it may move
 *     there
 * @param roles the commands that start the roles
 */
public record CommandContext(
        Map<String, String> environment,
        ProgramOutput output,
        PrintStream err,
        Supplier<TerminalCapabilities> terminals,
        BiFunction<NameServerAddress, Supplier<Optional<NameServerAddress>>, FrontendLocator> frontends,
        RetryPolicy retryPolicy,
        RoleLauncher roles) {
    /** The context of this process. */
    public static CommandContext ofThisProcess() {
        var environment = System.getenv();
        return new CommandContext(
                environment,
                ProgramOutput.standard(),
                MessageStream.toStandardError(environment),
                () -> TerminalCapabilities.of(environment),
                DirectoryFrontends::new,
                RetryPolicy.DEFAULT,
                role -> InstalledJars.find().command(role));
    }

    /** For data. */
    public PrintStream out() {
        return output.stream();
    }

    /** For texts on stdout: on a terminal, their lines are wrapped between words. */
    PrintStream texts() {
        return MessageStream.toStandardOutput(out(), environment);
    }
}
