package justhungry.backend.server;

import justhungry.api.cluster.View;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;

/** The remote object for status and views. */
final class ControlEndpoint implements BackendControl {
    private final EventLoop loop;

    ControlEndpoint(EventLoop loop) {
        this.loop = loop;
    }

    @Override
    public BackendStatus status() {
        return loop.status();
    }

    @Override
    public void adopt(View view) {
        if (!loop.offer((node, now) -> node.onView(view, now))) {
            throw new IllegalStateException("the loop takes no events: it is blocked");
        }
    }
}
