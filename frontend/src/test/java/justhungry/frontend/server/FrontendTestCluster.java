package justhungry.frontend.server;

import java.io.Closeable;
import java.io.IOException;
import java.rmi.AlreadyBoundException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.fixtures.FakeNameServer;
import justhungry.frontend.failover.FailoverTimeouts;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.frontend.server.FrontendSettings.PostcodeCheck;
import justhungry.frontend.server.FrontendSettings.WhenShort;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.rmi.RmiProcess;

/** Real front ends, and fakes of all that they call, over RMI in this JVM. Names differ from test to test, as lanes must. */
final class FrontendTestCluster implements AutoCloseable {
    /** On a busy machine the back ends may take longer than usual to say how they stand. */
    private static final Duration GATHERING = Duration.ofSeconds(3);

    /** So long that a failover on a busy machine does not take longer. */
    static final Duration REQUEST = Duration.ofMinutes(2);

    /** Timings of tests in which a primary has to be suspected: by a silence that a busy machine does not cause. */
    static final FrontendTimeouts TIMEOUTS = new FrontendTimeouts(
            Duration.ofMillis(10),
            REQUEST,
            new FailoverTimeouts(Duration.ofSeconds(3), GATHERING, Duration.ofSeconds(30), Duration.ofMillis(100)));

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    private final String prefix = "c%d-".formatted(CLUSTERS.incrementAndGet());
    private final Deque<Closeable> open = new ArrayDeque<>();
    private final Deque<FrontendProcess> frontends = new ArrayDeque<>();
    private final AtomicLong sequence = new AtomicLong();
    private final UUID client = UUID.randomUUID();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    final FakeNameServer nameServer = new FakeNameServer();
    final CompletableFuture<String> abandoned = new CompletableFuture<>();

    FrontendTestCluster() throws IOException, AlreadyBoundException {
        open.push(nameServer::close);
    }

    /** A back end that is registered, as {@code server1}. */
    FakeBackend backend(String name) throws IOException {
        var backend = new FakeBackend(prefix + name);
        open.push(backend::close);
        nameServer.add(backend.registration());
        return backend;
    }

    Frontend frontend(String name) throws IOException, InterruptedException, CannotStartException {
        return frontend(name, TIMEOUTS, WhenShort.WAIT);
    }

    Frontend frontend(String name, FrontendTimeouts timings, WhenShort whenShort)
            throws IOException, InterruptedException, CannotStartException {
        var settings = new FrontendSettings(
                prefix + name,
                RmiProcess.LOOPBACK,
                nameServer.address(),
                PostcodeCheck.OFFLINE,
                PostcodeChecker.PUBLIC_SERVICE,
                whenShort);
        var process = FrontendProcess.start(settings, timings, PostcodeChecker.offline(), abandoned::complete);
        frontends.push(process);
        return process.frontend();
    }

    /** A new request with an effect. */
    Envelope update() {
        return envelope(new Request.CancelOrder(new OrderId(1)));
    }

    Envelope envelope(Request request) {
        var id = new RequestId(ClientId.of(client), sequence.incrementAndGet());
        return new Envelope(id, 0, new UserId(1, 2), request);
    }

    /** Sends it from a thread of its own. */
    CompletableFuture<Reply> send(Frontend frontend, Envelope request) {
        var reply = new CompletableFuture<Reply>();
        clients.execute(() -> {
            try {
                reply.complete(frontend.submit(request));
            } catch (IOException e) {
                reply.completeExceptionally(e);
            }
        });
        return reply;
    }

    void endFrontends() {
        while (!frontends.isEmpty()) {
            frontends.pop().close();
        }
    }

    @Override
    public void close() throws IOException {
        clients.shutdownNow();
        endFrontends();
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
