package justhungry.frontend.server;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FileLimit;
import justhungry.platform.process.LogFormat;
import justhungry.platform.process.ProcessText;
import justhungry.platform.rmi.RmiProcess;
import justhungry.platform.rmi.WarmUpCalls;

/** The command {@code frontend}. */
public final class Main {
    private static final Logger LOG = System.getLogger(Main.class.getName());

    /** The limit of a call to a primary, which waits for its log and its replicas'; those have shorter limits. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessText.configure();
        FrontendSettings.COMMAND.run(args, line -> serve(FrontendSettings.of(line, System.getenv())));
    }

    /** Serves until the process is stopped, or gives up. */
    private static void serve(FrontendSettings settings)
            throws CannotStartException, IOException, InterruptedException {
        LogFormat.install(settings.name());
        Thread.setDefaultUncaughtExceptionHandler(Main::halt);
        FileLimit.requireEnough();
        RmiProcess.configure(settings.host(), CALL_TIMEOUT);
        var end = new CompletableFuture<String>();
        var process = FrontendProcess.start(settings, FrontendTimeouts.DEFAULTS, postcodes(settings), end::complete);
        Runtime.getRuntime().addShutdownHook(new Thread(process::close, "shutdown"));
        System.out.println(settings.name() + " ready");
        System.out.flush();
        warmUp(settings.host());
        FrontendSettings.COMMAND.end(ExitCode.UNAVAILABLE, end.join());
    }

    /** It serves meanwhile: nobody waits for the warm-up. */
    private static void warmUp(String host) throws InterruptedException {
        try {
            if (WarmUpCalls.areWanted()) {
                FrontendWarmUp.run(host);
            }
        } catch (IOException | ExecutionException | RuntimeException e) {
            LOG.log(Level.WARNING, "the warm-up failed: the first orders will take longer", e);
        }
    }

    private static PostcodeChecker postcodes(FrontendSettings settings) {
        return switch (settings.postcodes()) {
            case ONLINE -> PostcodeChecker.online(settings.postcodeService(), Main::elapsed, Main::log);
            case OFFLINE -> PostcodeChecker.offline();
            case AUTO -> PostcodeChecker.auto(settings.postcodeService(), Main::elapsed, Main::log);
        };
    }

    private static void log(String change) {
        LOG.log(Level.INFO, change);
    }

    /** Not the time of day: that jumps. */
    private static Instant elapsed() {
        return Instant.EPOCH.plusNanos(System.nanoTime());
    }

    /** A thread that ends by an exception has met a broken invariant; without that thread nothing works as promised. */
    private static void halt(Thread thread, Throwable cause) {
        LOG.log(Level.ERROR, "the thread " + thread.getName() + " failed: restart the front end", cause);
        Runtime.getRuntime().halt(ExitCode.UNAVAILABLE.code());
    }
}
