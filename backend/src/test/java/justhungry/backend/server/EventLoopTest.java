package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.client.Reply;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.backend.node.ReplyTracer;
import justhungry.backend.node.ThreeNodes;
import justhungry.backend.storage.StoreInUseException;
import justhungry.backend.storage.rocks.RocksStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLoopTest {
    private static final long TIMEOUT_SECONDS = 60;

    @TempDir
    Path folder;

    @Test
    void whatTheNodeThrowsEndsTheThread_andIsNotSwallowed()
            throws ExecutionException, InterruptedException, TimeoutException {
        var nodes = new ThreeNodes();
        var loop = new EventLoop(nodes.store2);
        var broken = new IllegalStateException("broken");
        var uncaught = new CompletableFuture<Throwable>();
        var thread = loop.start(nodes.replica);
        thread.setUncaughtExceptionHandler((any, thrown) -> uncaught.complete(thrown));

        loop.post((node, now) -> {
            throw broken;
        });

        assertThat(uncaught.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isSameAs(broken);
        assertThat(ends(thread)).isTrue();
        var later = new CopyOnWriteArrayList<String>();
        loop.offer((node, now) -> later.add("offered"));
        assertThat(later).isEmpty();
    }

    @Test
    void aCallerRunsItsEventItself_whenNothingElseIsToBeRun() throws Exception {
        var nodes = new ThreeNodes();
        var loop = new EventLoop(nodes.store2);
        var thread = loop.start(nodes.replica);

        await("the thread may be in the way, now and then")
                .atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .until(() -> runBy(loop).equals(Thread.currentThread().getName()));

        loop.stop();
        assertThat(ends(thread)).isTrue();
    }

    @Test
    void anEventThatIsOfferedWhileOthersWait_isRunAfterThem() throws Exception {
        var nodes = new ThreeNodes();
        var loop = new EventLoop(nodes.store2);
        var order = new CopyOnWriteArrayList<String>();
        var hangs = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var thread = loop.start(nodes.replica);
        loop.post((node, now) -> {
            begun.countDown();
            awaitUninterrupted(hangs);
            order.add("first");
        });
        begun.await();
        loop.post((node, now) -> order.add("second"));

        assertThat(loop.offer((node, now) -> order.add("third"))).isTrue();
        loop.report((node, now) -> order.add("fourth"));
        assertThat(order).isEmpty();
        hangs.countDown();

        await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS)).until(() -> order.size() == 4);
        assertThat(order).containsExactly("first", "second", "third", "fourth");
        loop.stop();
        assertThat(ends(thread)).isTrue();
    }

    /** It is run by the caller, or by the thread: either way it is the last one. */
    @Test
    void whatAnOfferedEventThrowsEndsTheThread_andNothingRunsAfterIt() throws Exception {
        var nodes = new ThreeNodes();
        var loop = new EventLoop(nodes.store2);
        var broken = new IllegalStateException("broken");
        var uncaught = new CompletableFuture<Throwable>();
        var later = new CopyOnWriteArrayList<String>();
        var thread = loop.start(nodes.replica);
        thread.setUncaughtExceptionHandler((any, thrown) -> uncaught.complete(thrown));
        await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .until(() -> runBy(loop).equals(Thread.currentThread().getName()));

        assertThat(loop.offer((node, now) -> {
                    throw broken;
                }))
                .isTrue();
        loop.offer((node, now) -> later.add("offered"));
        loop.report((node, now) -> later.add("reported"));

        assertThat(uncaught.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isSameAs(broken);
        assertThat(ends(thread)).isTrue();
        assertThat(later).isEmpty();
    }

    @Test
    void whoReportsAnEvent_leavesTheNextBatchToTheThread() throws Exception {
        var nodes = new ThreeNodes();
        nodes.serve();
        var loop = new EventLoop(nodes.store1);
        var decidedBy = new CompletableFuture<String>();
        var thread = loop.start(nodes.primary);
        await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .until(() -> runBy(loop).equals(Thread.currentThread().getName()));

        loop.report((node, now) -> nodes.submitDetails(new DecisionObserver(decidedBy)));

        assertThat(decidedBy.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo("loop");
        loop.stop();
        assertThat(ends(thread)).isTrue();
    }

    @Test
    void aLoopThatIsStoppedClosesTheStore() throws InterruptedException {
        var directory = folder.resolve("server1");
        var loop = new EventLoop(RocksStore.open(directory, "server1").store());
        var thread = loop.start(new ThreeNodes().replica);
        assertThatThrownBy(() -> RocksStore.open(directory, "server1")).isInstanceOf(StoreInUseException.class);

        loop.stop();

        assertThat(ends(thread)).isTrue();
        assertThatCode(() -> RocksStore.open(directory, "server1").store().close())
                .doesNotThrowAnyException();
    }

    @Test
    void aBlockedLoopIsNotReportedAsHealthy() throws InterruptedException {
        var nodes = new ThreeNodes();
        var loop = new EventLoop(nodes.store2);
        var thread = loop.start(nodes.replica);
        await("it runs, and may be late for that")
                .atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .ignoreException(IllegalStateException.class)
                .until(() -> loop.status().member().equals(nodes.store2.member()));
        var hangs = new CountDownLatch(1);
        loop.post((node, now) -> awaitUninterrupted(hangs));

        await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .untilAsserted(() -> assertThatThrownBy(loop::status).hasMessageContaining("blocked"));

        hangs.countDown();
        loop.stop();
        assertThat(ends(thread)).isTrue();
    }

    @Test
    void aBackEndThatBeginsToServeAsPrimaryIsReportedOnce() throws InterruptedException {
        var served = new CopyOnWriteArrayList<BackendStatus>();
        var nodes = new ThreeNodes();
        var loop = new EventLoop(nodes.store1, served::add);
        var thread = loop.start(nodes.primary);

        loop.post((node, now) -> nodes.serve());

        await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS)).until(() -> !served.isEmpty());
        loop.stop();
        assertThat(ends(thread)).isTrue();
        assertThat(served).singleElement().extracting(BackendStatus::role).isEqualTo(BackendRole.PRIMARY);
    }

    /** Completed with the name of the thread that decides a request. */
    private record DecisionObserver(CompletableFuture<String> decidedBy) implements ReplyTracer {
        @Override
        public void onDecided(long index) {
            decidedBy.complete(Thread.currentThread().getName());
        }

        @Override
        public void onAcknowledged(String replica) {}

        @Override
        public void accept(Reply reply) {}
    }

    /** The name of the thread that runs an offered event. */
    private static String runBy(EventLoop loop) throws Exception {
        var runner = new CompletableFuture<String>();
        loop.offer((node, now) -> runner.complete(Thread.currentThread().getName()));
        return runner.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ends(Thread thread) throws InterruptedException {
        thread.join(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS));
        return !thread.isAlive();
    }
}
