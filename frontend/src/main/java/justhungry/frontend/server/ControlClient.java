package justhungry.frontend.server;

import java.rmi.RemoteException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import justhungry.coordination.NameServerClient;
import justhungry.frontend.forwarding.StubCache;

/**
 * Calls to the name server, and to back ends on their control lanes, each on a thread of its own: a stopped process blocks
 * its caller for seconds. A future that ends with a {@link RemoteException} shows how the call failed. Any thread may use it.
 */
final class ControlClient implements AutoCloseable {
    /** One status call and one adoption for every possible back end, a listing and a proposal; more fail at once. */
    private static final int MAX_CALLS = 2 * Limits.MEMBERS + 2;

    private final NameServerClient nameServer;
    private final StubCache stubs;
    private final ExecutorService threads;

    ControlClient(NameServerClient nameServer, StubCache stubs) {
        this.nameServer = nameServer;
        this.stubs = stubs;
        var number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(0, MAX_CALLS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            var thread = new Thread(task, "control-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    CompletableFuture<DirectoryListing> listing() {
        return start(nameServer::listing);
    }

    /** Proposes a view; the result is the view that the register then holds. */
    CompletableFuture<View> propose(View expected, View next) {
        return start(() -> nameServer.propose(expected, next) ? next : nameServer.current());
    }

    CompletableFuture<BackendStatus> status(BackendRegistration of) {
        return start(() -> stubs.control(of).status());
    }

    /** Hands a back end a view that the register has accepted. */
    CompletableFuture<View> adopt(BackendRegistration by, View view) {
        return start(() -> {
            stubs.control(by).adopt(view);
            return view;
        });
    }

    private <T> CompletableFuture<T> start(ControlCall<T> call) {
        var result = new CompletableFuture<T>();
        try {
            threads.execute(() -> {
                try {
                    result.complete(call.make());
                } catch (RemoteException | RuntimeException e) {
                    result.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new RemoteException("too many calls are under way", e));
        }
        return result;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private interface ControlCall<T> {
        T make() throws RemoteException;
    }
}
