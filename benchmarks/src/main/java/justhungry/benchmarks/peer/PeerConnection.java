package justhungry.benchmarks.peer;

import java.io.Closeable;

/** The connection of one client to a peer, used by one thread. */
interface PeerConnection extends Closeable {
    /** Has the peer keep an order and its reply, and returns when all three copies have them on their disks. */
    void order() throws Exception;
}
