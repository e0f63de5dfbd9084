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
import justhungry.api.directory.Listing;
import justhungry.api.directory.Registration;
import justhungry.cluster.process.Seat;
import justhungry.coordination.NameServer;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.rmi.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A probe of every process of a cluster: first the name server, then all others at once. Neither takes longer than
 * {@link #PATIENCE}, however many processes are stopped. Used by one thread; its own threads only wait for answers.
 */
public final class ClusterProbe implements AutoCloseable {
    /** The longest time for an answer. */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final NameServerAddress nameserver;
    private final ExecutorService askers = Executors.newCachedThreadPool(ClusterProbe::asker);
    private @Nullable Listing lastListing;

    public ClusterProbe(NameServerAddress nameserver) {
        this.nameserver = nameserver;
    }

    /**
     * Queries every process.
     *
     * @param slots the processes of this machine's cluster; empty for a cluster started by hand, or on other machines
     */
    public ClusterStatus look(Collection<Seat> slots) {
        var listing = directory();
        var backends = askAll(
                lastListing == null ? List.of() : lastListing.backends(),
                "control",
                registration -> () -> registration.control().get().status());
        var frontends = askAll(
                lastListing == null ? List.of() : lastListing.frontends(),
                "orders",
                registration -> () -> registration.frontend().get().status());
        return new Answers(nameserver, listing, answersOf(backends), answersOf(frontends)).status(slots);
    }

    /**
     * Waits until the cluster takes orders.
     *
     * @return whether it does, in that time
     */
    public boolean awaitService(Collection<Seat> slots, Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!look(slots).serves()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
        return true;
    }

    /** The listing of the name server's directory; empty when it does not answer. */
    public Optional<Listing> directory() {
        var question = ask(
                () -> new NameServer(nameserver).look(),
                new Lane("nameserver", "registry"),
                new Lane("nameserver", "directory"));
        var listing = question.answerBy(deadline());
        lastListing = listing.orElse(lastListing);
        return listing;
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }

    private <R extends Registration, T> Map<String, Question<T>> askAll(
            List<R> registrations, String purpose, Function<R, Callable<T>> call) {
        var questions = new LinkedHashMap<String, Question<T>>();
        for (var registration : registrations) {
            var name = registration.name();
            questions.put(name, ask(call.apply(registration), new Lane(name, purpose)));
        }
        return questions;
    }

    private <T> Question<T> ask(Callable<T> call, Lane... lanes) {
        return new Question<>(askers.submit(call), List.of(lanes));
    }

    /** The answers by name, with one deadline for all; empty for a process that does not answer. */
    private static <T> Map<String, Optional<T>> answersOf(Map<String, Question<T>> questions) {
        long deadline = deadline();
        var answers = new LinkedHashMap<String, Optional<T>>();
        questions.forEach((name, question) -> answers.put(name, question.answerBy(deadline)));
        return answers;
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private static Thread asker(Runnable question) {
        var thread = new Thread(question, "status-question");
        thread.setDaemon(true);
        return thread;
    }
}
