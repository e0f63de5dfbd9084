package justhungry.backend.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.Replica;
import justhungry.api.replication.SnapshotChunk;
import justhungry.backend.node.BackendNode;

/**
 * The remote object that the primary pushes to. RMI's threads hand each push to the loop, or run it
 * themselves when the loop is idle, and wait for its answer with a deadline.
 */
final class ReplicaEndpoint implements Replica {
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);

    private final EventLoop loop;

    ReplicaEndpoint(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public AppendResponse append(Append append) {
        var answer = new CompletableFuture<AppendResponse>();
        handOver((node, now) -> node.onAppend(append, answer::complete, now));
        return await(answer);
    }

    @Override
    public AppendResponse install(SnapshotChunk chunk) {
        var answer = new CompletableFuture<AppendResponse>();
        handOver((node, now) -> node.onChunk(chunk, answer::complete, now));
        return await(answer);
    }

    private void handOver(BiConsumer<BackendNode, Duration> event) {
        if (!loop.offer(event)) {
            throw new IllegalStateException("the loop takes no events: it is blocked");
        }
    }

    /**
     * Waits for the answer, much longer than the primary does: the timeout only keeps the thread from waiting forever.
     */
    private static AppendResponse await(CompletableFuture<AppendResponse> answer) {
        try {
            return answer.get(RESPONSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the loop has not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this back end is stopping", e);
        }
    }
}
