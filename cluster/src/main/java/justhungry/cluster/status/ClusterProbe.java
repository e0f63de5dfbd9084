package justhungry.cluster.status;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.cluster.process.ProcessSlot;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.platform.rmi.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A probe of every process of a cluster: first the name server, then all others at once. Neither takes longer than
 * {@link #ANSWER_TIMEOUT}, however many processes are stopped. Used by one thread; its own threads only wait for answers.
 */
public final class ClusterProbe implements AutoCloseable {
    /** The longest time for an answer. */
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);

    private static final Duration SERVICE_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final NameServerAddress nameserver;
    private final ExecutorService executor = Executors.newCachedThreadPool(ClusterProbe::newThread);
    private @Nullable DirectoryListing lastListing;

    public ClusterProbe(NameServerAddress nameserver) {
        this.nameserver = nameserver;
    }

    /**
     * Queries every process.
     *
     * @param slots the processes of this machine's cluster; empty for a cluster started by hand, or on other machines
     */
    public ClusterStatus fetchStatus(Collection<ProcessSlot> slots) {
        var listing = fetchListing();
        var backends = queryAll(
                lastListing == null ? List.of() : lastListing.backends(),
                "control",
                registration -> () -> registration.control().get().status());
        var frontends = queryAll(
                lastListing == null ? List.of() : lastListing.frontends(),
                "orders",
                registration -> () -> registration.frontend().get().status());
        return new ProbeResults(nameserver, listing, awaitAnswers(backends), awaitAnswers(frontends)).status(slots);
    }

    /**
     * Waits until the cluster takes orders, for at most 20 s.
     *
     * @return whether it does
     */
    public boolean awaitService(Collection<ProcessSlot> slots) throws InterruptedException {
        long deadline = System.nanoTime() + SERVICE_TIMEOUT.toNanos();
        while (!fetchStatus(slots).takesOrders()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL.toMillis());
        }
        return true;
    }

    /** The listing of the name server's directory; empty when it does not answer. */
    public Optional<DirectoryListing> fetchListing() {
        var question = query(
                () -> new NameServerClient(nameserver).listing(),
                new Lane("nameserver", "registry"),
                new Lane("nameserver", "directory"));
        var listing = question.answerBy(deadline());
        lastListing = listing.orElse(lastListing);
        return listing;
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private <R extends Registration, T> Map<String, ProbeCall<T>> queryAll(
            List<R> registrations, String purpose, Function<R, Callable<T>> call) {
        var questions = new LinkedHashMap<String, ProbeCall<T>>();
        for (var registration : registrations) {
            var name = registration.name();
            questions.put(name, query(call.apply(registration), new Lane(name, purpose)));
        }
        return questions;
    }

    private <T> ProbeCall<T> query(Callable<T> call, Lane... lanes) {
        return new ProbeCall<>(executor.submit(call), List.of(lanes));
    }

    /** The answers by name, with one deadline for all; empty for a process that does not answer. */
    private static <T> Map<String, Optional<T>> awaitAnswers(Map<String, ProbeCall<T>> questions) {
        long deadline = deadline();
        var answers = new LinkedHashMap<String, Optional<T>>();
        questions.forEach((name, question) -> answers.put(name, question.answerBy(deadline)));
        return answers;
    }

    private static long deadline() {
        return System.nanoTime() + ANSWER_TIMEOUT.toNanos();
    }

    private static Thread newThread(Runnable question) {
        var thread = new Thread(question, "status-question");
        thread.setDaemon(true);
        return thread;
    }
}
