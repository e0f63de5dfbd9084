package justhungry.nameserver;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FileLimit;
import justhungry.platform.process.LogFormat;
import justhungry.platform.process.ProcessText;
import justhungry.platform.process.ProgramOutput;
import justhungry.platform.process.ProgramVersion;
import justhungry.platform.rmi.RmiProcess;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/** The command {@code nameserver}. */
public final class Main {
    /** The limit of its own calls. They are the garbage collector's: a stub in its registry is kept alive at its host. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(2);

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessText.configure();
        LogFormat.install("nameserver");
        try {
            if (ProgramVersion.isRequested(args)) {
                ProgramOutput.standard().print(ProgramVersion.line());
                return;
            }
            ProcessText.requireReadable(List.of(args), System.getenv());
            var line = NameServerSettings.parse(args);
            if (NameServerSettings.asksForHelp(line)) {
                ProgramOutput.standard().print(NameServerSettings.HELP);
                return;
            }
            serve(NameServerSettings.of(line, System.getenv()));
        } catch (ParseException e) {
            end(ExitCode.USAGE, e.getMessage() + ". Try: just-hungry nameserver --help");
        } catch (UnknownHostException e) {
            end(ExitCode.USAGE, "cannot use the host (%s): fix --host HOST".formatted(e.getMessage()));
        } catch (CannotStartException e) {
            end(e.exitCode(), e.getMessage());
        }
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

    private static void end(ExitCode exitCode, @Nullable String message) {
        System.err.println("nameserver: " + message);
        System.exit(exitCode.code());
    }

    /** Halts at once, so that no caller gets an answer that is not on disk. */
    private static void halt(String lastWords) {
        System.getLogger(Main.class.getName()).log(Level.ERROR, lastWords);
        Runtime.getRuntime().halt(ExitCode.UNAVAILABLE.code());
    }
}
