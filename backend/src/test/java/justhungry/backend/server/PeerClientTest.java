package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.cluster.Member;
import justhungry.backend.node.ThreeNodes;
import justhungry.backend.storage.Store.StateSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The failures to send the state, told apart by the process that failed. */
class PeerClientTest {
    private static final long TIMEOUT_SECONDS = 60;
    private static final Member PEER = new Member("server2", new UUID(0, 2));

    private final ThreeNodes nodes = new ThreeNodes();
    private final PeerClient link =
            new PeerClient(nodes.store1.member(), PEER, new PeerStubs(), new EventLoop(nodes.store1));
    private final CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
    private final Thread.@Nullable UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();

    @BeforeEach
    void noteWhatWouldEndTheProcess() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.complete(thrown));
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(usual);
    }

    @Test
    void whenTheOwnDiskFailsWhileTheStateIsRead_thenItEndsThisProcess_andIsNotTakenForThePeersFailure()
            throws ExecutionException, InterruptedException, TimeoutException {
        var snapshot = new UnreadableSnapshot();

        link.sendSnapshot(1, 1, snapshot);

        assertThat(uncaught.get(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isSameAs(snapshot.failure);
    }

    /** A snapshot whose disk fails. */
    private static final class UnreadableSnapshot implements StateSnapshot {
        private final UncheckedIOException failure = new UncheckedIOException(new IOException("the disk fails"));

        @Override
        public long index() {
            return 1;
        }

        @Override
        public long epoch() {
            return 1;
        }

        @Override
        public int checksum() {
            return 0;
        }

        @Override
        public List<byte[]> nextRows(int maxRows, int maxBytes) {
            throw failure;
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }
}
