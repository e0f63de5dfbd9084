package justhungry.cluster.status;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.LaneConnections;

/**
 * A remote call in progress.
 *
 * @param lanes the connections that it waits on; they are cut when the time is over, which ends the call
 */
record ProbeCall<T>(Future<T> answer, List<Lane> lanes) {
    /**
     * Waits for the answer.
     *
     * @param deadline on {@link System#nanoTime}
     * @return empty when the call fails, or is not answered in time
     */
    Optional<T> answerBy(long deadline) {
        try {
            return Optional.of(answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException e) {
            abandon();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
            return Optional.empty();
        } catch (ExecutionException e) {
            return noAnswer(e);
        }
    }

    private void abandon() {
        answer.cancel(true);
        for (var lane : lanes) {
            LaneConnections.cut(lane);
            LaneConnections.allow(lane);
        }
    }

    /** RMI rethrows what the other process threw: its defects count as no answer. An error is one of this process. */
    private static <T> Optional<T> noAnswer(ExecutionException failure) {
        if (failure.getCause() instanceof Error) {
            throw new IllegalStateException("a status question failed", failure.getCause());
        }
        return Optional.empty();
    }
}
