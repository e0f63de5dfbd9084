package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
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
    void theLogOfAPrimaryEndsWithALineThatItTakesOrders_whichIsWrittenOnce() throws InterruptedException {
        var lines = new LineListener();
        var logger = java.util.logging.Logger.getLogger(EventLoop.class.getName());
        logger.addHandler(lines);
        try {
            var nodes = new ThreeNodes();
            var loop = new EventLoop(nodes.store1);
            var thread = loop.start(nodes.primary);
            loop.post((node, now) -> nodes.serve());
            await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS)).until(() -> !lines.seen.isEmpty());
            loop.stop();

            assertThat(ends(thread)).isTrue();
            assertThat(lines.seen)
                    .singleElement()
                    .asString()
                    .matches("epoch=1 index=1: PRIMARY, takes orders, in-sync \\[server1~.*, server2~.*]");
        } finally {
            logger.removeHandler(lines);
        }
    }

    private static final class LineListener extends Handler {
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            seen.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
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
