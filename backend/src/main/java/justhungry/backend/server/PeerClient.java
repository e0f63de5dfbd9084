package justhungry.backend.server;

import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.rmi.ServerException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.codec.Limits;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.SnapshotChunk;
import justhungry.backend.storage.Store.StateSnapshot;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.LaneConnections;
import justhungry.platform.rmi.RmiFailures;

/** The client of one other back end. Its own thread makes the calls, one after the other, and reports their answers. */
final class PeerClient {
    private static final Logger LOG = System.getLogger(PeerClient.class.getName());
    private static final int ROWS_PER_CHUNK = 4_096;
    private static final int BYTES_PER_CHUNK = 512 << 10;

    private static final int IDLE_TIMEOUT_SECONDS = 10;

    private final Member self;
    private final Member peer;
    private final PeerStubs stubs;
    private final EventLoop loop;
    private final AtomicBoolean answers = new AtomicBoolean(true);
    private final ThreadPoolExecutor caller;

    PeerClient(Member self, Member peer, PeerStubs stubs, EventLoop loop) {
        this.self = self;
        this.peer = peer;
        this.stubs = stubs;
        this.loop = loop;
        this.caller = new ThreadPoolExecutor(
                1, 1, IDLE_TIMEOUT_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    var thread = new Thread(work, "to-" + peer.name());
                    thread.setDaemon(true);
                    return thread;
                });
        this.caller.allowCoreThreadTimeOut(true);
    }

    static Lane lane(String peerName) {
        return new Lane(peerName, Lane.REPLICATION);
    }

    void send(long call, Append append) {
        caller.execute(() ->
                attempt(call, () -> report(call, stubs.resolve(peer).append(append))));
    }

    void sendSnapshot(long call, long epoch, StateSnapshot snapshot) {
        caller.execute(() -> {
            try (snapshot) {
                attempt(call, () -> sendChunks(call, epoch, snapshot));
            }
        });
    }

    /** Ends the call in progress, however it is blocked. */
    void cancelCall() {
        if (answers.getAndSet(false)) {
            LOG.log(Level.WARNING, "{0} does not answer", peer);
        }
        LaneConnections.cut(lane(peer.name()));
    }

    private void sendChunks(long call, long epoch, StateSnapshot snapshot) throws RemoteException {
        LOG.log(Level.INFO, "sending the snapshot at index {0} to {1}", snapshot.index(), peer);
        var checksum = new CRC32C();
        AppendResponse answer = new AppendResponse.ChunkAccepted();
        for (int number = 0; answer instanceof AppendResponse.ChunkAccepted; number++) {
            var rows = snapshot.nextRows(Math.min(ROWS_PER_CHUNK, Limits.ROWS_PER_CHUNK), BYTES_PER_CHUNK);
            rows.forEach(checksum::update);
            answer = stubs.resolve(peer)
                    .install(new SnapshotChunk(
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
        PeerRefusalText.of(answer)
                .ifPresentOrElse(
                        why -> LOG.log(Level.INFO, "{0} did not take the snapshot: {1}", peer, why),
                        () -> LOG.log(Level.INFO, "{0} has the snapshot", peer));
    }

    private void report(long call, AppendResponse answer) {
        boolean follows =
                !(answer instanceof AppendResponse.NotFollowed || answer instanceof AppendResponse.StaleEpoch);
        if (answers.getAndSet(follows) && !follows) {
            PeerRefusalText.of(answer).ifPresent(why -> LOG.log(Level.WARNING, "{0} refused: {1}", peer, why));
        }
        loop.report((node, now) -> node.onAnswer(peer, call, answer, now));
    }

    private void attempt(long call, PeerCall work) {
        LaneConnections.allow(lane(peer.name()));
        try {
            work.run();
        } catch (ServerException e) {
            failThere(call, RmiFailures.rootOf(e));
        } catch (RemoteException e) {
            if (RmiFailures.processEnded(e)) {
                loop.post((node, now) -> node.onEnded(peer, call, now));
            } else {
                loop.post((node, now) -> node.onNoAnswer(peer, call, now));
            }
        } catch (UncheckedIOException e) {
            throw e; // This back end's own disk, from which the snapshot is read.
        } catch (RuntimeException e) {
            failThere(call, e); // Thrown by the other process, and passed on by RMI.
        }
    }

    /** The other process was called and failed. The call is repeated, for ever if need be, so it is said, once. */
    private void failThere(long call, Throwable failure) {
        if (answers.getAndSet(false)) {
            LOG.log(Level.WARNING, "{0} failed when it was sent entries or a snapshot: {1}", peer, failure);
        }
        loop.post((node, now) -> node.onNoAnswer(peer, call, now));
    }

    private interface PeerCall {
        void run() throws RemoteException;
    }
}
