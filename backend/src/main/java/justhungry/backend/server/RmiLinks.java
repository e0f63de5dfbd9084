package justhungry.backend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.BackendStatus.Role;
import justhungry.backend.node.Links;
import justhungry.backend.storage.Store.StateSnapshot;

/** The transport over RMI. Owned by the loop thread; the client of each process has its own thread. */
final class RmiLinks implements Links {
    private static final Logger LOG = System.getLogger(RmiLinks.class.getName());

    private final Member self;
    private final Addresses addresses;
    private final Loop loop;
    private final RegisterLink register;
    private final Map<Member, PeerLink> peers = new HashMap<>();

    RmiLinks(Member self, Addresses stubs, Loop loop, RegisterLink register) {
        this.self = self;
        this.addresses = stubs;
        this.loop = loop;
        this.register = register;
    }

    @Override
    public void send(Member to, long call, Append append) {
        link(to).send(call, append);
    }

    @Override
    public void sendSnapshot(Member to, long call, long epoch, StateSnapshot snapshot) {
        link(to).sendSnapshot(call, epoch, snapshot);
    }

    @Override
    public void breakOff(Member to) {
        link(to).breakOff();
    }

    @Override
    public void propose(View expected, View next) {
        LOG.log(Level.INFO, "proposes {0}", next);
        register.propose(expected, next);
    }

    @Override
    public void askRegister(long ticket) {
        register.askRegister(ticket);
    }

    @Override
    public void roleChanged(Role role, long epoch, long index, String why) {
        LOG.log(Level.INFO, "epoch={0} index={1}: {2}, {3}", Long.toString(epoch), Long.toString(index), role, why);
    }

    /** Few are ever created, and the thread of an unused one ends by itself. */
    private PeerLink link(Member to) {
        return peers.computeIfAbsent(to, any -> new PeerLink(self, any, addresses, loop));
    }
}
