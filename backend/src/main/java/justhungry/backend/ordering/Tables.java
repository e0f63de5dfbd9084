package justhungry.backend.ordering;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ordering state as ordered tables of keys and values. Keys are ordered as unsigned bytes. Callers and
 * implementations never change an array that was handed over.
 */
public interface Tables {
    Optional<byte[]> get(Table table, byte[] key);

    /**
     * The keys that begin with {@code prefix} and are below {@code before}, from the highest down.
     *
     * @param before a full key, or an empty array for no bound
     * @param most keys at the most
     */
    List<byte[]> lastKeys(Table table, byte[] prefix, byte[] before, int most);

    /**
     * Carries out all writes, or none, and records in the same step that the state now contains everything up to an
     * entry. It need not be durable: after a crash the state is brought up again from the log.
     */
    void write(List<Write> writes, long appliedIndex);

    /** The last entry that the state contains; 0 for an empty state. */
    long appliedIndex();

    /** One write of a batch: the value of a key, or its removal. */
    record Write(Table table, Bytes key, @Nullable Bytes value) {}
}
