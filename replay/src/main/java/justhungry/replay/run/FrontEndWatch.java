package justhungry.replay.run;

import java.rmi.RemoteException;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.client.FrontendLink;
import justhungry.client.Frontends;
import org.jspecify.annotations.Nullable;

/**
 * A monitor that polls a front end's status every {@link #PERIOD_MILLIS} ms and reports each change. It shows when a
 * failure was noticed and when a new view was in use. Owns the daemon thread {@code front-end-watch}.
 */
final class FrontEndWatch implements AutoCloseable {
    private static final int PERIOD_MILLIS = 10;

    private final Frontends frontends;
    private final Results results;
    private final RunClock clock;
    private final Thread thread = new Thread(this::watch, "front-end-watch");
    private Event.@Nullable Stands last;

    FrontEndWatch(Frontends frontends, Results results, RunClock clock) {
        this.frontends = frontends;
        this.results = results;
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

    private void watch() {
        try {
            while (true) {
                for (var link : frontends.look()) {
                    watchUntilItFails(link);
                }
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the run is over
        }
    }

    private void watchUntilItFails(FrontendLink link) throws InterruptedException {
        try {
            while (true) {
                tell(link.connect().status());
                TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
            }
        } catch (RemoteException | RuntimeException e) { // RMI also rethrows what the front end threw
            // It may have been killed. Then another one is polled, or the same when it is back.
        }
    }

    private void tell(FrontendStatus status) throws InterruptedException {
        var view = status.view();
        var now =
                new Event.Stands(view.epoch(), view.primary().map(Member::name), status.primaryAnswers(), clock.now());
        if (last == null || !now.sameAs(last)) {
            last = now;
            results.tell(now);
        }
    }
}
