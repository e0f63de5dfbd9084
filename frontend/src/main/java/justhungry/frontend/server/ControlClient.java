package justhungry.frontend.server;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;
import justhungry.frontend.forwarding.StubCache;

/**
 * Calls to back ends on their control lanes, each on a thread of its own: a stopped process blocks its caller for seconds. A
 * future that ends with a {@link RemoteException} shows how the call failed. Any thread may use it.
 */
final class ControlClient implements AutoCloseable {
    /** One status call and one adoption for every possible back end; more fail at once. */
    private static final int MAX_CALLS = 2 * Limits.MEMBERS;

    private final StubCache stubs;
    private final ExecutorService threads;
    private final ConcurrentMap<UUID, CompletableFuture<BackendStatus>> pending = new ConcurrentHashMap<>();

    ControlClient(StubCache stubs) {
        this.stubs = stubs;
        var number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(0, MAX_CALLS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(task, "control-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Fetches a back end's status. While it has not answered, further calls share that one answer. */
    CompletableFuture<BackendStatus> status(BackendRegistration of) {
        var fresh = new CompletableFuture<BackendStatus>();
        var answer = pending.merge(of.process(), fresh, (earlier, mine) -> earlier.isDone() ? mine : earlier);
        if (answer == fresh) {
            var unused = fresh.whenComplete((status, failure) -> pending.remove(of.process(), fresh));
            start(of, BackendControl::status, fresh);
        }
        return answer;
    }

    /** Fetches all statuses at once. Those that do not come in time, or are another member's, are not in the result. */
    Map<Member, BackendStatus> statuses(Collection<BackendRegistration> of, Duration timeout)
            throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        var answers = new LinkedHashMap<Member, CompletableFuture<BackendStatus>>();
        of.forEach(backend -> answers.put(backend.member(), status(backend)));
        var statuses = new TreeMap<Member, BackendStatus>();
        for (var answer : answers.entrySet()) {
            await(answer.getValue(), Duration.ofNanos(end - System.nanoTime()))
                    .filter(status -> status.member().equals(answer.getKey()))
                    .ifPresent(status -> statuses.put(status.member(), status));
        }
        return statuses;
    }

    /** Hands a back end a view that the register has accepted. */
    CompletableFuture<View> adopt(BackendRegistration by, View view) {
        var done = new CompletableFuture<View>();
        start(
                by,
                control -> {
                    control.adopt(view);
                    return view;
                },
                done);
        return done;
    }

    /** The result of a call, if it comes in time and is not a failure. */
    static <T> Optional<T> await(CompletableFuture<T> answer, Duration timeout) throws InterruptedException {
        try {
            return Optional.of(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private <T> void start(BackendRegistration target, ControlCall<T> call, CompletableFuture<T> result) {
        try {
            threads.execute(() -> {
                try {
                    result.complete(call.at(stubs.control(target)));
                } catch (RemoteException | RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new RemoteException("too many calls are under way", e));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private interface ControlCall<T> {
        T at(BackendControl control) throws RemoteException;
    }
}
