package justhungry.backend.storage;

import java.util.List;
import java.util.UUID;
import justhungry.api.Member;
import justhungry.backend.ordering.Tables;
import justhungry.backend.replication.DurableLog;

/** Everything that one back end keeps. A write that fails throws {@link java.io.UncheckedIOException}: end the process. */
public interface Store extends AutoCloseable {
    /** This back end's name, and its incarnation. */
    Member member();

    /** The cluster that this back end belongs to, {@code NO_CLUSTER} until it has joined one. */
    UUID cluster();

    /** Records, durably, the cluster that this back end belongs to. */
    void joinCluster(UUID cluster);

    DurableLog log();

    Tables tables();

    /** A consistent copy of the state as it is now; it may be read by another thread while orders go on. */
    StateSnapshot snapshot();

    /**
     * Begins to replace state and log by a snapshot from elsewhere: both are empty at once. A crash before
     * {@link #finishSnapshot} leaves an empty store of a new incarnation. It may begin again with another snapshot; an
     * append to the log, which then begins with entry 1, gives the snapshot up.
     *
     * @param index the entry that the snapshot is of, with its epoch and checksum: the base of the log
     */
    void beginSnapshot(long index, long epoch, int checksum);

    /**
     * Adds rows of a {@link StateSnapshot}.
     *
     * @throws IllegalArgumentException when a row is malformed; none of these was added
     * @throws IllegalStateException when no snapshot was begun
     */
    void addRows(List<byte[]> rows);

    /** The snapshot is whole: durable when this returns, and {@code tables().appliedIndex()} is its index. */
    void finishSnapshot();

    @Override
    void close();

    /** The state at one index, read row by row, once. */
    interface StateSnapshot extends AutoCloseable {
        long index();

        long epoch();

        int checksum();

        /** The next rows, at most so many and about so many bytes; empty after the last. */
        List<byte[]> nextRows(int mostRows, int mostBytes);

        @Override
        void close();
    }
}
