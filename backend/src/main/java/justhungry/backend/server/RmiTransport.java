package justhungry.backend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.backend.node.Transport;
import justhungry.backend.storage.Store.StateSnapshot;

/** The transport over RMI. Owned by the loop; the client of each process has its own thread. */
final class RmiTransport implements Transport {
    private static final Logger LOG = System.getLogger(RmiTransport.class.getName());

    private final Member self;
    private final PeerStubs stubs;
    private final EventLoop loop;
    private final ViewRegisterClient register;
    private final Map<Member, PeerClient> peers = new HashMap<>();
    private final RefusalLog refusals = new RefusalLog();

    RmiTransport(Member self, PeerStubs stubs, EventLoop loop, ViewRegisterClient register) {
        this.self = self;
        this.stubs = stubs;
        this.loop = loop;
        this.register = register;
    }

    @Override
    public void send(Member to, long call, Append append) {
        client(to).send(call, append);
    }

    @Override
    public void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot) {
        client(to).sendSnapshot(call, epoch, snapshot);
    }

    @Override
    public void cancelCall(Member to) {
        client(to).cancelCall();
    }

    @Override
    public void propose(View expected, View next) {
        LOG.log(Level.INFO, "proposes {0}", next);
        register.propose(expected, next);
    }

    @Override
    public void queryRegister(long ticket) {
        register.queryRegister(ticket);
    }

    @Override
    public void learnView() {
        register.learnView();
    }

    @Override
    public void senderRefused(long epoch, long index, String why) {
        refusals.onRefused(why, Duration.ofNanos(System.nanoTime()))
                .ifPresent(line -> LOG.log(
                        Level.WARNING,
                        "epoch={0} index={1}: refused: {2}",
                        Long.toString(epoch),
                        Long.toString(index),
                        line));
    }

    @Override
    public void versionNeeded(long epoch, long index, String why) {
        LOG.log(
                Level.WARNING,
                "epoch={0} index={1}: takes no more entries: {2}. To use a newer version, start it on the same data directory",
                Long.toString(epoch),
                Long.toString(index),
                why);
    }

    @Override
    public void roleChanged(BackendRole role, long epoch, long index, String why) {
        LOG.log(Level.INFO, "epoch={0} index={1}: {2}, {3}", Long.toString(epoch), Long.toString(index), role, why);
    }

    /** Few are ever created, and the thread of an unused one ends by itself. */
    private PeerClient client(Member to) {
        return peers.computeIfAbsent(to, any -> new PeerClient(self, any, stubs, loop));
    }
}
