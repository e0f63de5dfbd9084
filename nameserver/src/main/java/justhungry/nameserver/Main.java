package justhungry.nameserver;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FileLimit;
import justhungry.platform.process.LogFormat;
import justhungry.platform.process.ProcessText;
import justhungry.platform.rmi.RmiProcess;

/** The command {@code nameserver}. */
public final class Main {
    /** The limit of its own calls. They are the garbage collector's: a stub in its registry is kept alive at its host. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessText.configure();
        LogFormat.install("nameserver");
        NameServerSettings.COMMAND.run(args, line -> serve(NameServerSettings.of(line, System.getenv())));
    }

    /** Serves until the process is stopped. */
    private static void serve(NameServerSettings settings)
            throws CannotStartException, IOException, InterruptedException {
        FileLimit.requireEnough();
        RmiProcess.configure(settings.host(), CALL_TIMEOUT);
        try (var server = NameServer.start(settings, Main::halt)) {
            System.out.println("nameserver ready at " + settings.host() + ":" + server.port());
            System.out.flush();
            new CountDownLatch(1).await();
        }
    }

    /** Halts at once, so that no caller gets an answer that is not on disk. */
    private static void halt(String lastWords) {
        System.getLogger(Main.class.getName()).log(Level.ERROR, lastWords);
        Runtime.getRuntime().halt(ExitCode.UNAVAILABLE.code());
    }
}
