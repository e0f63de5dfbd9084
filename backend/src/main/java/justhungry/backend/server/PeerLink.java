package justhungry.backend.server;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.codec.Limits;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendAnswer;
import justhungry.api.replication.SnapshotPiece;
import justhungry.backend.storage.Store.StateSnapshot;
import justhungry.platform.rmi.Connections;
import justhungry.platform.rmi.Failures;
import justhungry.platform.rmi.Lane;

/** The client of one other back end. Its own thread makes the calls, one after the other. */
final class PeerLink {
    private static final Logger LOG = System.getLogger(PeerLink.class.getName());
    private static final int ROWS_PER_PIECE = 4_096;
    private static final int BYTES_PER_PIECE = 512 << 10;

    private static final int IDLE_SECONDS = 10;

    private final Member self;
    private final Member peer;
    private final Addresses addresses;
    private final Loop loop;
    private final AtomicBoolean answers = new AtomicBoolean(true);
    private final ThreadPoolExecutor caller;

    PeerLink(Member self, Member peer, Addresses stubs, Loop loop) {
        this.self = self;
        this.peer = peer;
        this.addresses = stubs;
        this.loop = loop;
        this.caller =
                new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    var thread = new Thread(work, "to-" + peer.name());
                    thread.setDaemon(true);
                    return thread;
                });
        this.caller.allowCoreThreadTimeOut(true);
    }

    static Lane lane(String peerName) {
        return new Lane(peerName, "replication");
    }

    void send(long call, Append append) {
        caller.execute(() ->
                attempt(call, () -> report(call, addresses.find(peer).append(append))));
    }

    void sendSnapshot(long call, long epoch, StateSnapshot snapshot) {
        caller.execute(() -> {
            try (snapshot) {
                attempt(call, () -> sendPieces(call, epoch, snapshot));
            }
        });
    }

    /** Ends the call in progress, however it is blocked. */
    void breakOff() {
        if (answers.getAndSet(false)) {
            LOG.log(Level.WARNING, "{0} does not answer", peer);
        }
        Connections.cut(lane(peer.name()));
    }

    private void sendPieces(long call, long epoch, StateSnapshot snapshot) throws RemoteException {
        LOG.log(Level.INFO, "sending the state at index {0} to {1}", snapshot.index(), peer);
        var checksum = new CRC32C();
        AppendAnswer answer = new AppendAnswer.PieceKept();
        for (int number = 0; answer instanceof AppendAnswer.PieceKept; number++) {
            var rows = snapshot.nextRows(Math.min(ROWS_PER_PIECE, Limits.ROWS_PER_PIECE), BYTES_PER_PIECE);
            rows.forEach(checksum::update);
            answer = addresses
                    .find(peer)
                    .install(new SnapshotPiece(
                            self,
                            epoch,
                            snapshot.index(),
                            snapshot.epoch(),
                            snapshot.checksum(),
                            number,
                            rows,
                            (int) checksum.getValue(),
                            rows.isEmpty()));
            report(call, answer);
        }
        LOG.log(Level.INFO, "sent the state to {0}: {1}", peer, answer);
    }

    private void report(long call, AppendAnswer answer) {
        answers.set(true);
        loop.post((node, now) -> node.onAnswer(peer, call, answer, now));
    }

    private void attempt(long call, RemoteWork work) {
        Connections.allow(lane(peer.name()));
        try {
            work.run();
        } catch (RemoteException e) {
            if (Failures.processEnded(e)) {
                loop.post((node, now) -> node.onEnded(peer, call, now));
            } else {
                loop.post((node, now) -> node.onNoAnswer(peer, call, now));
            }
        } catch (UncheckedIOException e) {
            throw e; // This back end's own disk, from which the snapshot is read.
        } catch (RuntimeException e) {
            // Thrown by the other process, and passed on by RMI: a failure there, not here.
            loop.post((node, now) -> node.onNoAnswer(peer, call, now));
        }
    }

    private interface RemoteWork {
        void run() throws RemoteException;
    }
}
