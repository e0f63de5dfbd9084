package justhungry.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import justhungry.cli.console.TerminalCapabilities;
import justhungry.client.DirectoryFrontends;
import justhungry.client.FrontendLocator;
import justhungry.client.RetryPolicy;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.RoleLauncher;
import justhungry.coordination.NameServerAddress;

/**
 * The context that a command runs in.
 *
 * @param out for data
 * @param err for messages
 * @param terminals examines the process's streams, when a command needs to know
 * @param frontends locates them, by the address of a name server
 * @param roles the commands that start the roles
 */
public record CommandContext(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        Supplier<TerminalCapabilities> terminals,
        Function<NameServerAddress, FrontendLocator> frontends,
        RetryPolicy retryPolicy,
        RoleLauncher roles) {
    /** The context of this process. */
    public static CommandContext ofThisProcess() {
        var environment = System.getenv();
        return new CommandContext(
                environment,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                () -> TerminalCapabilities.of(environment),
                DirectoryFrontends::new,
                RetryPolicy.DEFAULT,
                role -> InstalledJars.find().command(role));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
