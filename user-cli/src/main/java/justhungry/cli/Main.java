package justhungry.cli;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import justhungry.api.rmi.RmiProcess;
import justhungry.cli.command.Program;
import justhungry.cli.command.Surroundings;

/** The main class of the ordering commands; the first argument is the command's name. */
public final class Main {
    /** A front end answers within 10 s. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(15);

    private Main() {}

    public static void main(String[] arguments) throws UnknownHostException {
        RmiProcess.configure(RmiProcess.LOOPBACK, LONGEST_CALL);
        var exitCode = new Program(Surroundings.ofThisProcess()).run(List.of(arguments));
        System.exit(exitCode.code());
    }
}
