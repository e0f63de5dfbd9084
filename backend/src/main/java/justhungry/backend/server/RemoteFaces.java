package justhungry.backend.server;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import justhungry.api.Append;
import justhungry.api.AppendAnswer;
import justhungry.api.Backend;
import justhungry.api.BackendControl;
import justhungry.api.BackendStatus;
import justhungry.api.Batch;
import justhungry.api.Envelope;
import justhungry.api.Replica;
import justhungry.api.Reply;
import justhungry.api.SnapshotPiece;
import justhungry.api.View;

/** What RMI's threads call: they hand the event to the loop, and wait for its answer with a deadline. */
final class RemoteFaces {
    private RemoteFaces() {}

    /** The requests' face. So many requests may be inside at once; more are refused. */
    static final class Requests implements Backend {
        private static final int MOST_INSIDE = 4_096;
        private static final Reply OVERLOADED =
                new Reply.NotExecuted(Reply.Cause.OVERLOADED, "too many requests are waiting; try again in a moment");
        private static final Reply UNKNOWN = new Reply.OutcomeUnknown(
                "the back end did not get to an answer in time; send the request again with the same id");
        private static final Duration PATIENCE = justhungry.backend.server.Requests.PATIENCE.plusSeconds(1);

        private final Loop loop;
        private final Semaphore places = new Semaphore(MOST_INSIDE);

        Requests(Loop loop) {
            this.loop = loop;
        }

        @Override
        public Batch.Replies submit(Batch batch) {
            int size = batch.requests().size();
            if (!places.tryAcquire(size)) {
                return new Batch.Replies(Collections.nCopies(size, OVERLOADED));
            }
            try {
                return carryOut(batch);
            } finally {
                places.release(size);
            }
        }

        private Batch.Replies carryOut(Batch batch) {
            var answers = batch.requests().stream().map(this::handOver).toList();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            return new Batch.Replies(
                    answers.stream().map(answer -> await(answer, deadline)).toList());
        }

        private CompletableFuture<Reply> handOver(Envelope envelope) {
            var answer = new CompletableFuture<Reply>();
            if (!loop.offer((node, now) -> node.onRequest(envelope, answer::complete, now))) {
                answer.complete(OVERLOADED);
            }
            return answer;
        }

        private static Reply await(CompletableFuture<Reply> answer, long deadlineNanos) {
            try {
                return answer.get(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                return UNKNOWN;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return UNKNOWN;
            }
        }
    }

    /** The primary's pushes. */
    static final class Pushes implements Replica {
        private static final Duration PATIENCE = Duration.ofSeconds(30);

        private final Loop loop;

        Pushes(Loop loop) {
            this.loop = loop;
        }

        @Override
        public AppendAnswer append(Append append) {
            var answer = new CompletableFuture<AppendAnswer>();
            handOver((node, now) -> node.onAppend(append, answer::complete, now));
            return await(answer);
        }

        @Override
        public AppendAnswer install(SnapshotPiece piece) {
            var answer = new CompletableFuture<AppendAnswer>();
            handOver((node, now) -> node.onPiece(piece, answer::complete, now));
            return await(answer);
        }

        private void handOver(BiConsumer<Node, Duration> event) {
            if (!loop.offer(event)) {
                throw new IllegalStateException("the loop takes no events: it stands still");
            }
        }

        /** The primary has long given up when this does: it only keeps the thread from waiting for ever. */
        private static AppendAnswer await(CompletableFuture<AppendAnswer> answer) {
            return answer.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        }
    }

    /** Status and views. */
    static final class Control implements BackendControl {
        private final Loop loop;

        Control(Loop loop) {
            this.loop = loop;
        }

        @Override
        public BackendStatus status() {
            return loop.status();
        }

        @Override
        public void adopt(View view) {
            if (!loop.offer((node, now) -> node.onView(view, now))) {
                throw new IllegalStateException("the loop takes no events: it stands still");
            }
        }
    }
}
