package justhungry.cli.request;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says once, during a call that takes long, that the work goes on. Owns the daemon thread {@code slow-call-notice}. */
final class SlowCallNotice {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "slow-call-notice");
        made.setDaemon(true);
        return made;
    });
    private final Duration patience;
    private final Progress progress;

    SlowCallNotice(Duration patience, Progress progress) {
        this.patience = patience;
        this.progress = progress;
    }

    /** Begins to wait; cancel what it returns when the call has ended. */
    Future<?> begin() {
        return thread.schedule(progress::stillWorking, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
