package justhungry.api.replication;

import java.io.Serializable;
import java.util.List;
import justhungry.api.cluster.Member;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;

/**
 * The primary's push: entries for the replica's log, right after the entry {@code (previousIndex, previousEpoch)}.
 * Without entries it is a heartbeat, and asks whether the sender is still primary.
 *
 * @param from the primary of {@code epoch}
 * @param entries encoded log entries with the indexes {@code previousIndex + 1}, …; the log keeps these very bytes
 * @param committedIndex every entry up to this one is durable at every member of the in-sync set
 * @param compactableIndex every member of the in-sync set knows that the entries up to this one are committed
 */
@Tag(2)
public record Append(
        @Tag(1) Member from,
        @Tag(2) long epoch,
        @Tag(3) long previousIndex,
        @Tag(4) long previousEpoch,
        @Tag(5) List<byte[]> entries,
        @Tag(6) long committedIndex,
        @Tag(7) long compactableIndex)
        implements Serializable {
    public Append {
        Preconditions.present("an append's sender", from);
        Preconditions.range("an epoch", epoch, 1, Long.MAX_VALUE);
        Preconditions.range("the previous index", previousIndex, 0, Long.MAX_VALUE);
        Preconditions.range("the previous epoch", previousEpoch, 0, epoch);
        entries = Preconditions.list("an append", byte[].class, entries, Limits.ENTRIES_PER_APPEND);
        Preconditions.range("the committed index", committedIndex, 0, Long.MAX_VALUE);
        Preconditions.range("the compactable index", compactableIndex, 0, committedIndex);
    }

    private Object writeReplace() {
        return new ReplicationMessage(this);
    }

    @Override
    public String toString() {
        return "append(%s, epoch %d, after %d/%d, %d entries, committed %d)"
                .formatted(from, epoch, previousIndex, previousEpoch, entries.size(), committedIndex);
    }
}
