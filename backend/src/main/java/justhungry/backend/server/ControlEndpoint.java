package justhungry.backend.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;

/** The remote object for status and views. */
final class ControlEndpoint implements BackendControl {
    private static final Duration REGISTER_TIMEOUT = Duration.ofSeconds(1);

    private final EventLoop loop;

    ControlEndpoint(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public BackendStatus status() {
        return loop.status();
    }

    /** Waits for the register's answer: who has called this sends requests next. */
    @Override
    public void adopt(View view) {
        var answered = new CountDownLatch(1);
        if (!loop.offer((node, now) -> node.onViewTold(view, answered::countDown, now))) {
            throw new IllegalStateException("the loop takes no events: it is blocked");
        }
        try {
            if (!answered.await(REGISTER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the view register has not answered this back end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
