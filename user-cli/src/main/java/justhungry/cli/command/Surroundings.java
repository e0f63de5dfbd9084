package justhungry.cli.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import justhungry.cli.console.ConsoleChoice;
import justhungry.client.Frontends;
import justhungry.client.RegisteredFrontends;
import justhungry.client.Retries;
import justhungry.coordination.NameServerAddress;

/**
 * The context that a command runs in.
 *
 * @param out for data
 * @param err for messages
 * @param consoles examines the process's streams, when a command needs to know
 * @param frontends locates them, by the address of a name server
 */
public record Surroundings(
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        Supplier<ConsoleChoice> consoles,
        Function<NameServerAddress, Frontends> frontends,
        Retries retries) {
    /** The context of this process. */
    public static Surroundings ofThisProcess() {
        var environment = System.getenv();
        return new Surroundings(
                environment,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                () -> ConsoleChoice.of(environment),
                RegisteredFrontends::new,
                Retries.USUAL);
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
