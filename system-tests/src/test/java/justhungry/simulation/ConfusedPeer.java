package justhungry.simulation;

import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.SnapshotChunk;
import justhungry.backend.replication.Entry;

/**
 * A stranger, or a peer that has lost its mind: it calls back ends as no healthy process does. It does not lie about being
 * the primary of an epoch that is there, or soon will be: that nobody could tell from the truth.
 */
final class ConfusedPeer {
    private static final Member STRANGER = new Member("stranger", new UUID(0, 0));
    private static final long SOME_INDEX = 7;
    private static final byte[] JUNK = {1, 2, 3};

    private final SimulatedNameServer nameServer;

    ConfusedPeer(SimulatedNameServer nameServer) {
        this.nameServer = nameServer;
    }

    /** Everything at once, to one back end: in the register's epoch, in the one after it, and in the last one of all. */
    void call(SimulatedBackend victim) {
        var view = nameServer.current();
        if (view.epoch() == 0) {
            return;
        }
        var leader = view.primary().orElseThrow();
        for (var sender : List.of(STRANGER, victim.member())) {
            for (long epoch : new long[] {view.epoch(), view.epoch() + 1, Long.MAX_VALUE}) {
                victim.deliver(() -> victim.receive(append(sender, epoch)));
                victim.deliver(() -> victim.receive(emptySnapshot(sender, epoch)));
            }
        }
        victim.deliver(() -> victim.receive(append(leader, Long.MAX_VALUE)));
        victim.deliver(() -> victim.receive(emptySnapshot(leader, Long.MAX_VALUE)));
        if (view.isInSync(victim.member())) {
            victim.deliver(() -> victim.receive(emptySnapshot(leader, view.epoch())));
        }
        for (long epoch : new long[] {view.epoch() + 1, Long.MAX_VALUE}) {
            victim.deliver(() -> victim.adopt(new View(epoch, victim.member(), List.of(victim.member())), () -> {}));
        }
    }

    private static Append append(Member from, long epoch) {
        return new Append(from, epoch, 0, 0, List.of(Entry.of(1, epoch, 0, JUNK).bytes()), 0, 0);
    }

    private static SnapshotChunk emptySnapshot(Member from, long epoch) {
        return new SnapshotChunk(from, epoch, SOME_INDEX, epoch, 0, 0, List.of(), 0, true);
    }
}
