package justhungry.client;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import justhungry.api.shop.Request;

/** The notice during a slow call that it is still in progress. All share the daemon thread {@code slow-call-notice}. */
final class SlowCallNotice {
    private static final ScheduledThreadPoolExecutor THREAD = new ScheduledThreadPoolExecutor(1, work -> {
        var made = new Thread(work, "slow-call-notice");
        made.setDaemon(true);
        return made;
    });

    static {
        THREAD.setRemoveOnCancelPolicy(true); // a replay cancels thousands a second, long before they are due
    }

    private final Duration timeout;
    private final ProgressListener progress;

    SlowCallNotice(Duration patience, ProgressListener progress) {
        this.timeout = patience;
        this.progress = progress;
    }

    /** Starts the timer; cancel what it returns when the call has ended. */
    Future<?> start(Request request) {
        return THREAD.schedule(() -> progress.onSlowCall(request), timeout.toMillis(), TimeUnit.MILLISECONDS);
    }
}
