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
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
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
