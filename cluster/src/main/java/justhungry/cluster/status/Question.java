package justhungry.cluster.status;

import java.io.IOException;
import java.rmi.NotBoundException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.api.rmi.Connections;
import justhungry.api.rmi.Lane;

/**
 * A remote call under way.
 *
 * @param lanes the connections that it waits on; they are cut when the time is over, which ends the call
 */
record Question<T>(Future<T> answer, List<Lane> lanes) {
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
            giveUp();
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
            return Optional.empty();
        } catch (ExecutionException e) {
            return noAnswer(e);
        }
    }

    private void giveUp() {
        answer.cancel(true);
        for (var lane : lanes) {
            Connections.cut(lane);
            Connections.allow(lane);
        }
    }

    /** That somebody cannot be reached is an answer, too; anything else is a defect. */
    private static <T> Optional<T> noAnswer(ExecutionException failure) {
        if (failure.getCause() instanceof IOException || failure.getCause() instanceof NotBoundException) {
            return Optional.empty();
        }
        throw new IllegalStateException("a status question failed", failure.getCause());
    }
}
