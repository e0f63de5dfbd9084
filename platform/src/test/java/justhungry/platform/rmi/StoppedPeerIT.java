package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import justhungry.api.client.Batch;
import justhungry.api.codec.MessageExamples;
import justhungry.api.shop.Request;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

/** Calls to a peer that is stopped (SIGSTOP), which must not block their callers. Traps E1, E2 and E4. */
@Timeout(300)
class StoppedPeerIT {
    private static final Batch NOTHING = new Batch(List.of());
    private static final Duration DEADLINE = Duration.ofSeconds(50); // RMI's own limit of a handshake is 60 s.

    private static final int ATTEMPTS = 5;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Lane requests;
    private PeerProcess peer;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure, TestRmi.LONGEST_CALL);
    }

    @BeforeEach
    void startPeer(TestInfo test) throws Exception {
        var name = test.getTestMethod().orElseThrow().getName();
        requests = new Lane(name, "requests");
        peer = PeerProcess.start(name);
    }

    @AfterEach
    void end() {
        callers.shutdownNow();
        peer.close();
    }

    @Test
    void whenItsLaneIsCut_thenAllCallersEndAndTheNextIsRefusedAtOnce() throws Exception {
        var calls = blockedCalls();

        LaneConnections.cut(requests);

        await().atMost(DEADLINE).until(() -> calls.stream().allMatch(CompletableFuture::isDone));
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).isInstanceOf(RemoteException.class));
        assertThatThrownBy(() -> peer.backend.submit(NOTHING))
                .isInstanceOfSatisfying(
                        ConnectException.class,
                        refused -> assertThat(RmiFailures.notExecuted(refused)).isTrue());

        peer.resume();
        LaneConnections.allow(requests);
        assertThat(untilTaken(NOTHING).replies()).isEmpty();
    }

    @Test
    void whenNothingIsPooled_thenTheCallEndsByTheHandshakesTimeOutAndWasNotExecuted() throws Exception {
        emptyThePool();
        peer.pause();

        var failure = call();

        await().atMost(DEADLINE).until(failure::isDone);
        assertThat(failure.join())
                .isInstanceOfSatisfying(
                        ConnectIOException.class,
                        timedOut ->
                                assertThat(RmiFailures.notExecuted(timedOut)).isTrue());
    }

    @Test
    void whenOneLaneIsCut_thenTheOtherGoesOn() throws Exception {
        LaneConnections.cut(requests);

        await().atMost(DEADLINE)
                .ignoreExceptionsMatching(StoppedPeerIT::isNotExecuted)
                .until(() -> peer.control.status().member().name().equals("server1"));
        assertThatThrownBy(() -> peer.backend.submit(NOTHING)).isInstanceOf(ConnectException.class);
    }

    @Test
    void whenThePeerIsDead_thenTheCallSaysThatItsProcessHasEnded() throws Exception {
        peer.close();

        await().atMost(DEADLINE)
                .untilAsserted(() -> assertThatThrownBy(() -> peer.backend.submit(NOTHING))
                        .isInstanceOfSatisfying(
                                RemoteException.class,
                                ended -> assertThat(RmiFailures.processEnded(ended))
                                        .isTrue()));
    }

    /** RMI closes what is pooled after some seconds of idleness; a call that finds nothing pooled ends by its handshake. */
    private List<CompletableFuture<Throwable>> blockedCalls() throws Exception {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            fillThePool();
            peer.pause();
            var calls = Stream.generate(this::call).limit(4).toList();
            await().atMost(DEADLINE)
                    .until(() ->
                            blockedCallers() == calls.size() || calls.stream().anyMatch(CompletableFuture::isDone));
            if (calls.stream().noneMatch(CompletableFuture::isDone)) {
                return calls;
            }
            peer.resume();
            calls.forEach(CompletableFuture::join);
        }
        throw new AssertionError("in no attempt all calls found a connection in the pool");
    }

    /** Ten calls at once, which end together, leave ten connections. */
    private void fillThePool() {
        var batch = new Batch(List.of(MessageExamples.envelope(new Request.ListProducts())));
        var calls = IntStream.range(0, TestPeer.CONCURRENT_CALLS)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> catchThrowable(() -> untilTaken(batch)), callers))
                .toList();
        assertThat(calls).extracting(CompletableFuture::join).containsOnlyNulls();
    }

    /** On a busy machine a handshake may take longer than it may. Then nothing was called, and is called again. */
    private Batch.Replies untilTaken(Batch batch) {
        return await().atMost(DEADLINE)
                .pollInSameThread()
                .ignoreExceptionsMatching(StoppedPeerIT::isNotExecuted)
                .until(() -> peer.backend.submit(batch), replies -> true);
    }

    private static boolean isNotExecuted(Throwable failure) {
        return failure instanceof RemoteException remote && RmiFailures.notExecuted(remote);
    }

    /** The stub's arrival left a connection in the pool: closed, it is found to be of no use. */
    private void emptyThePool() {
        LaneConnections.cut(requests);
        LaneConnections.allow(requests);
    }

    private CompletableFuture<Throwable> call() {
        return CompletableFuture.supplyAsync(() -> catchThrowable(() -> peer.backend.submit(NOTHING)), callers);
    }

    /** Callers that are reading from the peer's connections. */
    private static long blockedCallers() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getMethodName().equals("submit")))
                .filter(thread -> Stream.of(thread.getValue())
                        .noneMatch(frame -> frame.getMethodName().equals("createConnection"))) // A handshake.
                .filter(thread -> Stream.of(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().endsWith("SocketInputStream")
                                || frame.getClassName().contains("NioSocketImpl")))
                .count();
    }
}
