package justhungry.cluster.status;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.cluster.process.ProcessSlot;
import justhungry.cluster.process.ProcessState;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.platform.rmi.Lane;
import org.jspecify.annotations.Nullable;

/**
 * A probe of every process of a cluster: first the name server, then all others at once. Each of these two questions waits for
 * at most {@link #ANSWER_TIMEOUT}, or with patience {@link #PATIENT_TIMEOUT}, however many processes are stopped. Used by one
 * thread; its own threads only wait for answers.
 */
public final class ClusterProbe implements AutoCloseable {
    /** The longest time for an answer. */
    public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(1);

    /** The same, for a person who asks once: on a busy machine a process that is well answers late. */
    public static final Duration PATIENT_TIMEOUT = Duration.ofSeconds(5);

    /** The longest time from the last ready line of a new cluster until it takes orders. */
    public static final Duration SERVICE_TIMEOUT = Duration.ofSeconds(20);

    private static final String NAME_SERVER = "nameserver";

    private final NameServerAddress nameserver;
    private final ExecutorService executor = Executors.newCachedThreadPool(ClusterProbe::newThread);
    private @Nullable DirectoryListing lastListing;

    public ClusterProbe(NameServerAddress nameserver) {
        this.nameserver = nameserver;
    }

    /**
     * Queries every process, except those that the system knows to be paused or dead.
     *
     * @param slots the processes of this machine's cluster; empty for a cluster started by hand, or on other machines
     */
    public ClusterStatus fetchStatus(Collection<ProcessSlot> slots) {
        return fetchStatus(slots, ANSWER_TIMEOUT);
    }

    /**
     * The same, with patience: when a process that may be alive does not answer at first, it is asked again.
     *
     * @param say is told which processes are slow
     */
    public ClusterStatus fetchPatiently(Collection<ProcessSlot> slots, Consumer<String> say) {
        var status = fetchStatus(slots);
        var slow = status.silent();
        if (slow.isEmpty()) {
            return status;
        }
        say.accept("No answer yet from %s; trying for up to %d s more…"
                .formatted(String.join(", ", slow), PATIENT_TIMEOUT.toSeconds()));
        return fetchStatus(slots, PATIENT_TIMEOUT);
    }

    /**
     * The same, once, with patience from the beginning. Where the others are known from an earlier probe, the name server may
     * take half of the time, and they have the rest.
     *
     * @param longest the longest time in all; less than {@link #ANSWER_TIMEOUT} counts as that much
     */
    public ClusterStatus fetchWithin(Collection<ProcessSlot> slots, Duration longest) {
        var most = longest.compareTo(ANSWER_TIMEOUT) < 0 ? ANSWER_TIMEOUT : longest;
        return fetchStatus(slots, PATIENT_TIMEOUT, most);
    }

    private ClusterStatus fetchStatus(Collection<ProcessSlot> slots, Duration timeout) {
        return fetchStatus(slots, timeout, timeout.multipliedBy(2));
    }

    private ClusterStatus fetchStatus(Collection<ProcessSlot> slots, Duration timeout, Duration longest) {
        long end = deadline(longest);
        long listingEnd = lastListing == null ? end : deadline(longest.dividedBy(2));
        var notRunning = slots.stream()
                .filter(slot -> slot.state() != ProcessState.RUNNING)
                .map(ProcessSlot::name)
                .collect(Collectors.toSet());
        var listing = notRunning.contains(NAME_SERVER)
                ? ProbeAnswer.<DirectoryListing>silence()
                : fetchListing(deadline(timeout, listingEnd));
        var known = lastListing;
        var backends = queryAll(
                known == null ? List.of() : others(known.backends(), notRunning),
                "control",
                registration -> () -> registration.control().get().status());
        var frontends = queryAll(
                known == null ? List.of() : others(known.frontends(), notRunning),
                "orders",
                registration -> () -> registration.frontend().get().status());
        long deadline = deadline(timeout, end);
        return new ProbeResults(
                        nameserver, listing, awaitAnswers(backends, deadline), awaitAnswers(frontends, deadline))
                .status(slots);
    }

    private static <R extends Registration> List<R> others(List<R> registrations, Set<String> names) {
        return registrations.stream()
                .filter(registration -> !names.contains(registration.name()))
                .toList();
    }

    /**
     * Waits until the cluster takes orders, as {@link StatusLook#awaitService} does, with {@link #fetchWithin}.
     *
     * @param slots as in {@link #fetchStatus}, each time anew
     */
    public ClusterStatus awaitService(Supplier<? extends Collection<ProcessSlot>> slots, Duration longest)
            throws InterruptedException {
        StatusLook<RuntimeException> look = left -> fetchWithin(slots.get(), left);
        return look.awaitService(longest);
    }

    /** The listing of the name server's directory; empty when it does not answer, asked with patience. */
    public Optional<DirectoryListing> fetchListing() {
        return fetchListing(deadline(PATIENT_TIMEOUT)).value();
    }

    private ProbeAnswer<DirectoryListing> fetchListing(long deadline) {
        var question = query(
                () -> new NameServerClient(nameserver).listing(),
                new Lane(NAME_SERVER, "registry"),
                new Lane(NAME_SERVER, "directory"));
        var listing = question.answerBy(deadline);
        lastListing = listing.value().orElse(lastListing);
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

    /** The answers by name, with one deadline for all. */
    private static <T> Map<String, ProbeAnswer<T>> awaitAnswers(Map<String, ProbeCall<T>> questions, long deadline) {
        var answers = new LinkedHashMap<String, ProbeAnswer<T>>();
        questions.forEach((name, question) -> answers.put(name, question.answerBy(deadline)));
        return answers;
    }

    private static long deadline(Duration timeout) {
        return System.nanoTime() + timeout.toNanos();
    }

    /** The deadline of an answer, which is no later than an end. */
    private static long deadline(Duration timeout, long end) {
        long deadline = deadline(timeout);
        return deadline - end < 0 ? deadline : end;
    }

    private static Thread newThread(Runnable question) {
        var thread = new Thread(question, "status-question");
        thread.setDaemon(true);
        return thread;
    }
}
