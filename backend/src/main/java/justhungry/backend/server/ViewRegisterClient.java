package justhungry.backend.server;

import java.rmi.RemoteException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import justhungry.api.cluster.View;
import justhungry.coordination.NameServerClient;

/**
 * The client of the view register. Its calls have their own thread, {@code register}, so that they wait for no others.
 */
final class ViewRegisterClient implements AutoCloseable {
    private final NameServerClient nameServer;
    private final EventLoop loop;
    private final ExecutorService caller = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "register");
        thread.setDaemon(true);
        return thread;
    });

    ViewRegisterClient(NameServerClient nameServer, EventLoop loop) {
        this.nameServer = nameServer;
        this.loop = loop;
    }

    void propose(View expected, View next) {
        caller.execute(() -> {
            try {
                var current = nameServer.propose(expected, next) ? next : nameServer.current();
                loop.post((node, now) -> node.onProposalAnswered(current, now));
            } catch (RemoteException e) {
                loop.post((node, now) -> node.onProposalUnanswered(now));
            }
        });
    }

    void queryRegister(long ticket) {
        caller.execute(() -> {
            try {
                var current = nameServer.current();
                loop.post((node, now) -> node.onRegisterAnswered(ticket, current, now));
            } catch (RemoteException e) {
                loop.post((node, now) -> node.onRegisterUnanswered(now));
            }
        });
    }

    /** Reads the view from the directory's listing, of which the stub is fresh: each renewal of the lease uses it. */
    void learnView() {
        caller.execute(() -> {
            try {
                var listing = nameServer.listing();
                loop.post((node, now) -> {
                    if (node.belongsTo(listing.cluster())) {
                        node.onCluster(listing.cluster(), listing.view());
                        node.onViewLearned(listing.view(), now);
                    } else {
                        node.onViewNotLearned(now); // The register became that of another cluster.
                    }
                });
            } catch (RemoteException e) {
                loop.post((node, now) -> node.onViewNotLearned(now));
            }
        });
    }

    @Override
    public void close() {
        caller.shutdownNow();
    }
}
