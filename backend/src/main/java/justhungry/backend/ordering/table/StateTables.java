package justhungry.backend.ordering.table;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ordering state as tables of keys and values. Keys are ordered as unsigned bytes. Neither callers nor
 * implementations change an array that was passed.
 */
public interface StateTables {
    Optional<byte[]> get(StateTable table, byte[] key);

    /**
     * The keys that begin with {@code prefix} and are below {@code before}, from the highest down.
     *
     * @param before a full key, or an empty array for no bound
     * @param maxKeys the most keys to return
     */
    List<byte[]> lastKeys(StateTable table, byte[] prefix, byte[] before, int maxKeys);

    /**
     * Carries out all writes or none, and records in the same step that the state now contains everything up to an
     * entry. It need not be durable: after a crash the state is rebuilt from the log.
     */
    void write(List<Write> writes, long appliedIndex);

    /** The last entry that the state contains; 0 for an empty state. */
    long appliedIndex();

    /** One write of a batch: the value of a key, or its removal. */
    record Write(StateTable table, ByteString key, @Nullable ByteString value) {}
}
