package justhungry.backend.server;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendAnswer;
import justhungry.api.replication.Replica;
import justhungry.api.replication.SnapshotPiece;
import justhungry.backend.node.Node;

/**
 * The remote object that the primary pushes to. RMI's threads hand each push to the loop, and wait for its answer with
 * a deadline.
 */
final class ReplicaEndpoint implements Replica {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Loop loop;

    ReplicaEndpoint(Loop loop) {
        this.loop = loop;
    }

    @Override
    public AppendAnswer append(Append append) {
        var answer = new CompletableFuture<AppendAnswer>();
        handOver((node, now) -> node.onAppend(append, answer::complete, now));
        return await(answer);
    }

    @Override
    public AppendAnswer install(SnapshotPiece chunk) {
        var answer = new CompletableFuture<AppendAnswer>();
        handOver((node, now) -> node.onPiece(chunk, answer::complete, now));
        return await(answer);
    }

    private void handOver(BiConsumer<Node, Duration> event) {
        if (!loop.offer(event)) {
            throw new IllegalStateException("the loop takes no events: it is blocked");
        }
    }

    /**
     * Waits for the answer, much longer than the primary does: the timeout only keeps the thread from waiting forever.
     */
    private static AppendAnswer await(CompletableFuture<AppendAnswer> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the loop has not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this back end is stopping", e);
        }
    }
}
