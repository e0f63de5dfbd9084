package justhungry.backend.server;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import justhungry.api.Append;
import justhungry.api.AppendAnswer;
import justhungry.api.Backend;
import justhungry.api.BackendControl;
import justhungry.api.BackendStatus;
import justhungry.api.Batch;
import justhungry.api.Replica;
import justhungry.api.Reply;
import justhungry.api.SnapshotPiece;
import justhungry.api.View;
import org.jspecify.annotations.Nullable;

/** What RMI's threads call: they hand the event to the loop, and wait for its answer with a deadline. */
final class RemoteFaces {
    private RemoteFaces() {}

    /** The requests' face. So many requests may be inside at once; more are refused. */
    static final class Requests implements Backend {
        private static final int MOST_INSIDE = 4_096;
        private static final Reply OVERLOADED =
                new Reply.NotExecuted(Reply.Cause.OVERLOADED, "too many requests are waiting; try again in a moment");
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

        /** The whole call is one event: its updates get into one entry, as long as there is room in it. */
        private Batch.Replies carryOut(Batch batch) {
            var requests = batch.requests();
            var answers = new Answers(requests.size());
            boolean handedOver = loop.offer((node, now) -> {
                for (int i = 0; i < requests.size(); i++) {
                    node.onRequest(requests.get(i), answers.ofRequest(i), now);
                }
            });
            return new Batch.Replies(
                    handedOver ? answers.await(PATIENCE) : Collections.nCopies(requests.size(), OVERLOADED));
        }
    }

    /** The answers to the requests of one call, until the last of them is there. The first one to a request counts. */
    private static final class Answers {
        private static final Reply UNKNOWN = new Reply.OutcomeUnknown(
                "the back end did not get to an answer in time; send the request again with the same id");

        private final AtomicReferenceArray<@Nullable Reply> replies;
        private final CountDownLatch missing;

        Answers(int requests) {
            replies = new AtomicReferenceArray<>(requests);
            missing = new CountDownLatch(requests);
        }

        Consumer<Reply> ofRequest(int number) {
            return reply -> {
                if (replies.compareAndSet(number, null, reply)) {
                    missing.countDown();
                }
            };
        }

        /** All answers; of those that have not come in time it is unknown what becomes of them. */
        List<Reply> await(Duration most) {
            try {
                var unused = missing.await(most.toNanos(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return IntStream.range(0, replies.length())
                    .mapToObj(i -> Objects.requireNonNullElse(replies.get(i), UNKNOWN))
                    .toList();
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
            try {
                return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new IllegalStateException("the loop has not answered", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("this back end ends", e);
            }
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
