package justhungry.cluster.status;

import java.rmi.RemoteException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.LaneConnections;
import justhungry.platform.rmi.RmiFailures;

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
     * @return no value when the call fails, or is not answered in time
     */
    ProbeAnswer<T> answerBy(long deadline) {
        try {
            return ProbeAnswer.of(answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException e) {
            abandon();
            return ProbeAnswer.silence();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            abandon();
            return ProbeAnswer.silence();
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
    private static <T> ProbeAnswer<T> noAnswer(ExecutionException failure) {
        if (failure.getCause() instanceof Error) {
            throw new IllegalStateException("a status question failed", failure.getCause());
        }
        return failure.getCause() instanceof RemoteException failed && RmiFailures.isRefused(failed)
                ? ProbeAnswer.refusal()
                : ProbeAnswer.silence();
    }
}
