package justhungry.frontend.postcodes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The questions to the service that are under way. Equal ones are asked once. A limited number is asked at a time, and a
 * limited number waits for a turn; that wait is this front end's slowness, and not the service's.
 */
final class SharedQuestions {
    private final int maxWaiting;
    private final Duration turnTimeout;
    private final Semaphore turns;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ConcurrentMap<String, CompletableFuture<ServiceAnswer>> underWay = new ConcurrentHashMap<>();

    /**
     * @param maxAsked the limit of questions at a time
     * @param maxWaiting the limit of questions that wait for their turn; more are not asked
     * @param turnTimeout the longest wait for a turn
     */
    SharedQuestions(int maxAsked, int maxWaiting, Duration turnTimeout) {
        this.maxWaiting = maxWaiting;
        this.turnTimeout = turnTimeout;
        this.turns = new Semaphore(maxAsked, true);
    }

    /** A question to the service, with a time limit of its own. */
    @FunctionalInterface
    interface Question {
        ServiceAnswer ask() throws UncheckedPostcodeException;
    }

    /** Asks the question, or waits for the answer of an equal one. */
    ServiceAnswer answer(String postcode, Question question) throws UncheckedPostcodeException {
        var own = new CompletableFuture<ServiceAnswer>();
        var equal = underWay.putIfAbsent(postcode, own);
        if (equal != null) {
            return await(equal);
        }
        try {
            var answer = askInTurn(question);
            own.complete(answer);
            return answer;
        } catch (UncheckedPostcodeException e) {
            own.completeExceptionally(e);
            throw e;
        } finally {
            underWay.remove(postcode, own);
            own.completeExceptionally(UncheckedPostcodeException.busy()); // After a defect only: nobody waits for ever.
        }
    }

    private ServiceAnswer askInTurn(Question question) throws UncheckedPostcodeException {
        if (!hasTurn()) {
            throw UncheckedPostcodeException.busy();
        }
        try {
            return question.ask();
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        if (waiting.incrementAndGet() > maxWaiting + turns.availablePermits()) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return turns.tryAcquire(turnTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** The equal question ends within its own limits. */
    private static ServiceAnswer await(CompletableFuture<ServiceAnswer> equal) throws UncheckedPostcodeException {
        try {
            return equal.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UncheckedPostcodeException.busy();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedPostcodeException failure
                    ? failure
                    : UncheckedPostcodeException.busy();
        }
    }
}
