package justhungry.replay.run;

import java.rmi.RemoteException;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.client.FrontendHandle;
import justhungry.client.FrontendLocator;
import org.jspecify.annotations.Nullable;

/**
 * A monitor that polls a front end's status every {@link #POLL_INTERVAL_MILLIS} ms and reports each change. It shows when a
 * failure was noticed and when a new view was in use. Owns the daemon thread {@code front-end-watch}.
 */
final class FrontendMonitor implements AutoCloseable {
    private static final int POLL_INTERVAL_MILLIS = 10;

    private final FrontendLocator frontends;
    private final EventDispatcher dispatcher;
    private final RunClock clock;
    private final Thread thread = new Thread(this::pollAll, "front-end-watch");
    private RunEvent.@Nullable StatusChanged last;

    FrontendMonitor(FrontendLocator frontends, EventDispatcher results, RunClock clock) {
        this.frontends = frontends;
        this.dispatcher = results;
        this.clock = clock;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void pollAll() {
        try {
            while (true) {
                for (var link : frontends.locate()) {
                    pollUntilFailure(link);
                }
                TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run is over
        }
    }

    private void pollUntilFailure(FrontendHandle link) throws InterruptedException {
        try {
            while (true) {
                publish(link.connect().status());
                TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
            }
        } catch (RemoteException | RuntimeException e) { // RMI also rethrows what the front end threw
            // It may have been killed. Then another one is polled, or the same when it is back.
        }
    }

    private void publish(FrontendStatus status) throws InterruptedException {
        var view = status.view();
        var now = new RunEvent.StatusChanged(
                view.epoch(), view.primary().map(Member::name), status.primaryAnswers(), clock.now());
        if (last == null || !now.hasSameStatus(last)) {
            last = now;
            dispatcher.publish(now);
        }
    }
}
