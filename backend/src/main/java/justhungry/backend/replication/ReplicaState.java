package justhungry.backend.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.NewerFormatException;
import justhungry.api.codec.WireFormat;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.SnapshotChunk;
import org.jspecify.annotations.Nullable;

/** The state of a replica: it takes what the primary pushes, so that its log becomes equal and its state follows. */
final class ReplicaState {
    /** The index reported when a snapshot is needed: before any entry. */
    private static final long NEEDS_SNAPSHOT = -1;

    private final Member self;
    private final DurableLog log;
    private final CommitTracker commitTracker;
    private final PayloadCheck payloads;
    private @Nullable ArrivingSnapshot arriving;

    /** The version that is needed to follow the primary, in words; null while this one can. */
    private @Nullable String neededVersion;

    /** The entry that came last and could not be decoded; 0 when all could. */
    private long undecodableIndex;

    /** Part of a snapshot has replaced the state: no entry can be applied until a whole one has. */
    private boolean incomplete;

    ReplicaState(Member self, DurableLog log, CommitTracker commitTracker, PayloadCheck payloads) {
        this.self = self;
        this.log = log;
        this.commitTracker = commitTracker;
        this.payloads = payloads;
    }

    Optional<String> neededVersion() {
        return Optional.ofNullable(neededVersion);
    }

    void onAppend(Append append, List<Effect> effects) {
        arriving = null;
        if (incomplete) {
            effects.add(new Effect.Respond(new AppendResponse.LogMismatch(NEEDS_SNAPSHOT)));
            return;
        }
        if (!hasPrevious(append)) {
            effects.add(new Effect.Respond(new AppendResponse.LogMismatch(resumeIndex(append))));
            return;
        }
        var entries = decoded(append, effects);
        if (entries.isEmpty() && !append.entries().isEmpty()) {
            return;
        }
        var readable = readable(entries, effects);
        store(readable, append, effects);
        long matchIndex = append.previousIndex() + readable.size();
        AppendResponse response = neededVersion != null && readable.isEmpty() && !entries.isEmpty()
                ? new AppendResponse.NewerVersionNeeded(neededVersion)
                : new AppendResponse.Acknowledged(matchIndex, commitTracker.committedIndex());
        effects.add(new Effect.Respond(response));
        commitTracker.commitThrough(Math.min(append.committedIndex(), matchIndex), effects);
        commitTracker.compact(append.compactableIndex(), effects);
    }

    /** Whether this log holds the entry that the append continues. */
    private boolean hasPrevious(Append append) {
        long previous = append.previousIndex();
        if (previous > log.lastIndex()) {
            return false;
        }
        boolean same = isCompacted(append, previous, append.previousEpoch())
                || log.epochAt(previous) == append.previousEpoch();
        if (!same && previous <= commitTracker.committedIndex()) {
            throw DivergedException.replicaDiffers(append.from(), previous);
        }
        return same;
    }

    /** The index after which to continue: the end of a log that is too short, or the last entry that cannot differ. */
    private long resumeIndex(Append append) {
        return append.previousIndex() > log.lastIndex() ? log.lastIndex() : commitTracker.committedIndex();
    }

    /** The entries before the first that cannot be decoded; if that is the first of all, it is refused. */
    private List<Entry> decoded(Append append, List<Effect> effects) {
        var entries = new ArrayList<Entry>();
        try {
            append.entries().forEach(bytes -> entries.add(Entry.decode(bytes)));
            undecodableIndex = append.entries().isEmpty() ? undecodableIndex : 0;
        } catch (IllegalArgumentException e) {
            if (entries.isEmpty()) {
                refuseUndecodable(append, e, effects);
            }
        }
        return entries;
    }

    /** An entry may be damaged on its way: it is asked for once more. If it comes the same again, people must know. */
    private void refuseUndecodable(Append append, IllegalArgumentException failure, List<Effect> effects) {
        long index = append.previousIndex() + 1;
        if (index != undecodableIndex) {
            undecodableIndex = index;
            effects.add(new Effect.Respond(new AppendResponse.LogMismatch(append.previousIndex())));
            return;
        }
        var why = "entry %d, sent by %s: %s; it is damaged or from a different build"
                .formatted(index, append.from().name(), failure.getMessage());
        noteNeededVersion(why, effects);
        effects.add(new Effect.Respond(new AppendResponse.NewerVersionNeeded(why)));
    }

    /**
     * The entries before the first that needs a newer version. It is not stored: what this back end acknowledges it must
     * be able to apply, or it could not take over.
     */
    private List<Entry> readable(List<Entry> entries, List<Effect> effects) {
        for (int i = 0; i < entries.size(); i++) {
            var needed = payloads.neededVersion(entries.get(i).payload());
            if (needed.isPresent()) {
                noteNeededVersion("entry %d, %s".formatted(entries.get(i).index(), needed.get()), effects);
                return entries.subList(0, i);
            }
        }
        neededVersion = entries.isEmpty() ? neededVersion : null;
        return entries;
    }

    /** Says it once, however often the primary tries again. */
    private void noteNeededVersion(String why, List<Effect> effects) {
        if (!why.equals(neededVersion)) {
            neededVersion = why;
            effects.add(new Effect.VersionNeeded(why));
        }
    }

    /** Keeps the entries that it has, truncates a tail that differs (it was never acknowledged), stores the rest. */
    private void store(List<Entry> entries, Append append, List<Effect> effects) {
        requireContinued(entries, append);
        var missing = new ArrayList<Entry>();
        for (var entry : entries) {
            if (!missing.isEmpty() || entry.index() > log.lastIndex()) {
                missing.add(entry);
            } else if (differs(entry, append)) {
                truncateBefore(entry, append, effects);
                missing.add(entry);
            }
        }
        if (!missing.isEmpty()) {
            effects.add(new Effect.StoreEntries(missing));
        }
    }

    /**
     * Whether the log has another entry there. Two entries of one index and one epoch are equal, because an epoch has
     * one primary, unless that primary lost its data during the epoch. Then it is unknown which of the two was
     * acknowledged.
     */
    private boolean differs(Entry entry, Append append) {
        if (isCompacted(append, entry.index(), entry.epoch())) {
            return false;
        }
        if (log.epochAt(entry.index()) != entry.epoch()) {
            return true;
        }
        if (log.checksumAt(entry.index()) != entry.checksum()) {
            throw DivergedException.replicaDiffers(append.from(), entry.index());
        }
        return false;
    }

    /** Requires the first entry to be chained to the entry before it in this log, which has the epoch of the append. */
    private void requireContinued(List<Entry> entries, Append append) {
        long previous = append.previousIndex();
        boolean isKept = previous >= log.firstIndex() - 1;
        if (isKept && !entries.isEmpty() && entries.get(0).previousChecksum() != log.checksumAt(previous)) {
            throw DivergedException.replicaDiffers(append.from(), previous);
        }
    }

    /**
     * Whether an entry was compacted here. It was committed, and so is equal to the primary's, except after a forced
     * promotion: then its epoch is higher than that of a later entry here, although epochs never fall along a log.
     */
    private boolean isCompacted(Append append, long index, long epoch) {
        long base = log.firstIndex() - 1;
        if (index < base && epoch > log.epochAt(base)) {
            throw DivergedException.replicaDiffers(append.from(), index);
        }
        return index < base;
    }

    private void truncateBefore(Entry entry, Append append, List<Effect> effects) {
        if (entry.index() <= commitTracker.committedIndex()) {
            throw DivergedException.replicaDiffers(append.from(), entry.index());
        }
        effects.add(new Effect.TruncateLog(entry.index() - 1));
    }

    /** @param view the view of the chunk's epoch, as the register has it */
    void onChunk(SnapshotChunk chunk, View view, List<Effect> effects) {
        if (view.isInSync(self)) {
            var why = "%s is in sync, so it takes no snapshot from %s".formatted(self, chunk.from());
            refuse(why, effects);
            effects.add(new Effect.SenderRefused(why));
            return;
        }
        if (chunk.format() > WireFormat.VERSION) {
            var why = NewerFormatException.inWords("the snapshot", chunk.format());
            noteNeededVersion(why, effects);
            effects.add(new Effect.Respond(new AppendResponse.NewerVersionNeeded(why)));
            return;
        }
        if (chunk.number() == 0 && !incomplete && chunk.index() <= commitTracker.committedIndex()) {
            refuse("the chunk is late: its snapshot was installed already", effects);
            return;
        }
        if (chunk.number() == 0) {
            effects.add(new Effect.BeginSnapshot(chunk.index(), chunk.indexEpoch(), chunk.indexChecksum()));
            commitTracker.restartAt(0);
            incomplete = true;
            arriving = new ArrivingSnapshot(chunk);
        }
        if (arriving == null || !arriving.accepts(chunk)) {
            arriving = null;
            refuse("the chunk does not follow the last one, or its checksum is wrong", effects);
            return;
        }
        effects.add(new Effect.AddRows(chunk.rows()));
        if (chunk.last()) {
            finish(chunk, effects);
        } else {
            effects.add(new Effect.Respond(new AppendResponse.ChunkAccepted()));
        }
    }

    private void finish(SnapshotChunk chunk, List<Effect> effects) {
        arriving = null;
        incomplete = false;
        neededVersion = null;
        effects.add(new Effect.FinishSnapshot());
        commitTracker.restartAt(chunk.index());
        effects.add(new Effect.Respond(new AppendResponse.Acknowledged(chunk.index(), chunk.index())));
    }

    private static void refuse(String why, List<Effect> effects) {
        effects.add(new Effect.Respond(new AppendResponse.ChunkRejected(why)));
    }

    /** A snapshot of which some chunks have arrived. */
    private static final class ArrivingSnapshot {
        private final Member from;
        private final long epoch;
        private final long index;
        private final CRC32C checksum = new CRC32C();
        private int nextNumber;

        ArrivingSnapshot(SnapshotChunk first) {
            this.from = first.from();
            this.epoch = first.epoch();
            this.index = first.index();
        }

        /** Whether the chunk follows the ones before it, undamaged. */
        boolean accepts(SnapshotChunk chunk) {
            chunk.rows().forEach(checksum::update);
            boolean follows = chunk.from().equals(from)
                    && chunk.epoch() == epoch
                    && chunk.index() == index
                    && chunk.number() == nextNumber;
            nextNumber++;
            return follows && (int) checksum.getValue() == chunk.checksum();
        }
    }
}
