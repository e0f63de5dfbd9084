package justhungry.backend.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import justhungry.backend.catalogue.CatalogueParser;
import justhungry.backend.catalogue.CatalogueParser.ParsedCatalogue;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.DivergedException;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.InMemoryStore;
import justhungry.backend.storage.Store;
import justhungry.backend.storage.StoreInUseException;
import justhungry.backend.storage.WrongStoreException;
import justhungry.backend.storage.rocks.RocksStore;
import justhungry.coordination.StaleDataException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FileLimit;
import justhungry.platform.process.LogFormat;
import justhungry.platform.process.ProcessText;
import justhungry.platform.process.ProgramOutput;
import justhungry.platform.rmi.RmiProcess;
import justhungry.platform.rmi.WarmUpCalls;

/** The command {@code backend}. */
public final class Main {
    private static final Logger LOG = System.getLogger(Main.class.getName());

    /** Bounds the calls to the name server; the core cancels a push long before. */
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(5);

    private Main() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        ProcessText.configure();
        BackendSettings.COMMAND.run(args, line -> run(BackendSettings.of(line, System.getenv())));
    }

    private static void run(BackendSettings settings) throws CannotStartException, IOException, InterruptedException {
        LogFormat.install(settings.name());
        if (settings.dumps()) {
            dump(settings);
        } else {
            serve(settings);
        }
    }

    /** Serves until the process is told to end. */
    private static void serve(BackendSettings settings) throws CannotStartException, IOException, InterruptedException {
        FileLimit.requireEnough();
        Thread.setDefaultUncaughtExceptionHandler(Main::halt);
        RmiProcess.configure(settings.host(), CALL_TIMEOUT);
        var store = open(settings);
        var catalogue = catalogue(settings, store);
        var server = start(settings, store, catalogue.catalogue());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
        var remarks = settings.catalogue().isPresent() ? catalogue.remarks(server.isOfOldCluster()) : "";
        System.out.println(settings.name() + " ready" + remarks);
        System.out.flush();
        warmUp(settings.host());
        new CountDownLatch(1).await();
    }

    /** It serves meanwhile: nobody waits for the warm-up. */
    private static void warmUp(String host) throws InterruptedException {
        try {
            if (WarmUpCalls.areWanted()) {
                BackendWarmUp.run(host);
            }
        } catch (IOException | ExecutionException | RuntimeException e) {
            LOG.log(Level.WARNING, "the warm-up failed: the first orders will take longer", e);
        }
    }

    /** The products of a new cluster. A back end with entries has its own: their file may be gone, and is not read. */
    private static ParsedCatalogue catalogue(BackendSettings settings, Store store) throws CannotStartException {
        boolean hasProducts = store.log().lastIndex() > 0;
        return settings.catalogue().isEmpty() || hasProducts
                ? new ParsedCatalogue(CatalogueParser.defaultCatalogue(), List.of())
                : CatalogueParser.read(settings.catalogue().get());
    }

    /** Starts the server; on an old copy of the data, as a new incarnation that has these data to begin with. */
    private static BackendServer start(BackendSettings settings, Store store, Catalogue catalogue)
            throws CannotStartException, IOException, InterruptedException {
        try {
            return BackendServer.start(settings, store, catalogue, ReplicationConfig.DEFAULT);
        } catch (StaleDataException e) {
            LOG.log(Level.WARNING, e.getMessage());
            return BackendServer.start(settings, open(settings), catalogue, ReplicationConfig.DEFAULT);
        }
    }

    private static void dump(BackendSettings settings) throws CannotStartException {
        try (var store = RocksStore.openExisting(settings.data().orElseThrow(), settings.name())) {
            var output = ProgramOutput.standard();
            new StorePrinter(output.stream()).print(store);
            output.requireWritten();
        } catch (StoreInUseException | WrongStoreException | UncheckedIOException e) {
            throw unusable(e);
        }
    }

    private static Store open(BackendSettings settings) throws CannotStartException {
        if (settings.data().isEmpty()) {
            return new InMemoryStore(settings.name());
        }
        try {
            var opened = RocksStore.open(settings.data().get(), settings.name());
            opened.warning().ifPresent(text -> LOG.log(Level.WARNING, text));
            return opened.store();
        } catch (StoreInUseException | WrongStoreException | UncheckedIOException e) {
            throw unusable(e);
        }
    }

    private static CannotStartException unusable(RuntimeException store) {
        return new CannotStartException(ExitCode.UNAVAILABLE, String.valueOf(store.getMessage()));
    }

    private static String failureMessage(Thread thread, Throwable failure) {
        if (failure instanceof UncheckedIOException) {
            return "the data directory failed. It is unknown whether the last update was written, so this back end"
                    + " stops; nothing acknowledged is lost. Fix the disk, then start it again.";
        }
        if (failure instanceof DivergedException) {
            return "this back end stops";
        }
        if (failure instanceof OutOfMemoryError) {
            return "this back end has run out of memory, and stops; the others continue";
        }
        return "the thread %s failed: this back end stops before it can do harm. Start it again."
                .formatted(thread.getName());
    }

    /** Ends the process at once, so that no caller gets an answer that is not on the disk. */
    private static void halt(Thread thread, Throwable failure) {
        LOG.log(Level.ERROR, failureMessage(thread, failure), failure);
        Runtime.getRuntime().halt(ExitCode.UNAVAILABLE.code());
    }
}
