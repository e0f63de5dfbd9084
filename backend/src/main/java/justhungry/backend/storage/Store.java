package justhungry.backend.storage;

import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.directory.DataAge;
import justhungry.backend.ordering.table.StateTables;
import justhungry.backend.replication.DurableLog;

/** The data of one back end. A write that fails throws {@link java.io.UncheckedIOException}: the process must end. */
public interface Store extends AutoCloseable {
    /** This back end's name, and its incarnation. */
    Member member();

    /** How often a back end was started on these data as this member, the start of this process included. */
    long starts();

    /**
     * Gives these data a new incarnation, durably, from the next start on: they are an old copy, and so are no longer those
     * of the member that had them.
     */
    void renewIncarnation();

    /** The cluster of this back end, {@code NO_CLUSTER} until it has joined one. */
    UUID cluster();

    /** Saves, durably, the cluster of this back end. */
    void joinCluster(UUID cluster);

    DurableLog log();

    /** The age of the data, as far as the log tells it: what is committed, it does not know. */
    default DataAge age() {
        long last = log().lastIndex();
        return new DataAge(starts(), log().epochAt(last), last, 0, 0);
    }

    StateTables tables();

    /** A consistent copy of the state as it is now; another thread may read it while this store changes. */
    StateSnapshot snapshot();

    /**
     * Begins to replace state and log by a snapshot from another back end: both are empty at once. A crash before
     * {@link #finishSnapshot} leaves an empty store of a new incarnation. Another snapshot may begin before this one is
     * finished; an append to the log, which then begins with entry 1, abandons it.
     *
     * @param index the last entry in the snapshot, with its epoch and checksum: the base of the log
     */
    void beginSnapshot(long index, long epoch, int checksum);

    /**
     * Adds rows of a {@link StateSnapshot}.
     *
     * @throws IllegalArgumentException when a row is malformed; none of these was added
     * @throws IllegalStateException when no snapshot is being installed
     */
    void addRows(List<byte[]> rows);

    /** Completes the snapshot: it is durable when this returns, and {@code tables().appliedIndex()} is its index. */
    void finishSnapshot();

    @Override
    void close();

    /** A snapshot of the state at one index, read row by row, once. */
    interface StateSnapshot extends AutoCloseable {
        long index();

        long epoch();

        int checksum();

        /** The next rows, up to the limits of number and bytes, but at least one; empty after the last. */
        List<byte[]> nextRows(int maxRows, int maxBytes);

        @Override
        void close();
    }
}
