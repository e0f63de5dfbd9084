package justhungry.backend.replication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.replication.SnapshotChunk;
import org.jspecify.annotations.Nullable;

/**
 * The protocol core of one back end, and the only owner of its role. Each {@code onX} takes an event and returns
 * effects, to be executed before the next event.
 *
 * <p>Times are durations since any fixed moment; they must not go backwards.
 */
public final class Replication {
    private final Member self;
    private final DurableLog log;
    private final ReplicationConfig config;
    private final CommitTracker commitTracker;
    private final ReplicaState replica;
    private final CallIds calls = new CallIds();
    private List<Effect> effects = new ArrayList<>();
    private View view = View.NONE;

    /**
     * The epoch that the register had when this process first heard of it; -1 before. In that one and those before it, this
     * back end may have acted, whatever its disk tells: that may be an old copy.
     */
    private long epochAtStart = -1;

    /** Null while this back end is a replica. */
    private @Nullable PrimaryState primary;

    /**
     * Begins as a replica, whatever it was before: a back end never resumes as primary of an epoch in which it has
     * acted.
     *
     * @param appliedIndex the last entry that the state contains
     */
    public Replication(
            Member self, DurableLog log, long appliedIndex, ReplicationConfig config, PayloadCheck payloads) {
        this.self = self;
        this.log = log;
        this.config = config;
        this.commitTracker = new CommitTracker(log, appliedIndex, config.keptEntries());
        this.replica = new ReplicaState(self, log, commitTracker, payloads);
    }

    public BackendRole role() {
        if (primary == null) {
            return BackendRole.REPLICA;
        }
        return primary.isServing() ? BackendRole.PRIMARY : BackendRole.RECONCILING;
    }

    /** The version that this replica needs to follow its primary, in words; empty when it can follow. */
    public Optional<String> neededVersion() {
        return primary == null ? replica.neededVersion() : Optional.empty();
    }

    /** The newest view that this back end knows; the register may hold a newer one. */
    public View view() {
        return view;
    }

    /** The index up to which every entry is known to be durable at every in-sync member. */
    public long committedIndex() {
        return commitTracker.committedIndex();
    }

    /** Whether the next batch may be decided: this is the primary, it serves, and no batch is in progress. */
    public boolean isReadyForBatch(Duration now) {
        return primary != null && primary.isReadyForBatch(now);
    }

    /** The reason, for the user, for which this primary cannot carry out updates now; empty when it can. */
    public Optional<String> shortage(Duration now) {
        return primary == null ? Optional.empty() : primary.shortage(now);
    }

    /** Whether only the register can tell if there is such an epoch: ask it, and hand the event over after its answer. */
    public boolean isUnknown(long epoch) {
        return epoch > view.epoch();
    }

    /** The register has or had this view. No other source is to be believed: what others say is a reason to ask it. */
    public List<Effect> onView(View seen, Duration now) {
        if (epochAtStart < 0) {
            epochAtStart = seen.epoch();
        }
        if (seen.epoch() > view.epoch()) {
            if (primary != null && primary.isProposed(seen)) {
                continueAsPrimary(seen, now);
            } else if (seen.primary().filter(self::equals).isPresent()) {
                becomePrimary(seen, now);
            } else {
                become(seen);
            }
        }
        return drain();
    }

    /** The directory lists these back ends. */
    public List<Effect> onRegistered(List<Member> registered, Duration now) {
        if (primary != null) {
            primary.onRegistered(registered, now);
        }
        return drain();
    }

    public List<Effect> onAppend(Append append) {
        if (isFromPrimary(append.from(), append.epoch())) {
            replica.onAppend(append, effects);
        }
        return drain();
    }

    public List<Effect> onChunk(SnapshotChunk chunk) {
        if (isFromPrimary(chunk.from(), chunk.epoch())) {
            replica.onChunk(chunk, view, effects);
        }
        return drain();
    }

    /** The application has decided a batch, or the opening entry: this is the entry's payload. */
    public List<Effect> onDecided(byte[] payload, Duration now) {
        requirePrimary().onDecided(payload, now);
        return drain();
    }

    /** Reads have arrived. They may be answered when {@link Effect.ServeReads} names this ticket or a later one. */
    public List<Effect> onReads(long ticket, Duration now) {
        requirePrimary().onReads(ticket, now);
        return drain();
    }

    /** A member has answered a call. The call ends with this, except for a snapshot of which a chunk was accepted. */
    public List<Effect> onAnswer(Member from, long call, AppendResponse answer, Duration now) {
        if (primary != null) {
            primary.onAnswer(from, call, answer, now);
        }
        return drain();
    }

    /** A call got no answer. It may or may not have arrived. */
    public List<Effect> onNoAnswer(Member from, long call, Duration now) {
        if (primary != null) {
            primary.onNoAnswer(from, call, now);
        }
        return drain();
    }

    /** A call could not be made: the member's process has ended. */
    public List<Effect> onEnded(Member from, long call, Duration now) {
        if (primary != null) {
            primary.onEnded(from, call, now);
        }
        return drain();
    }

    /** The register has answered a proposal, with the view that it now has. */
    public List<Effect> onProposalAnswered(View current, Duration now) {
        if (primary != null && current.epoch() <= view.epoch()) {
            primary.onProposalLost(now);
        }
        return onView(current, now);
    }

    /** The register has not answered a proposal: it may have been accepted, so it is proposed again. */
    public List<Effect> onProposalUnanswered(Duration now) {
        if (primary != null) {
            primary.onProposalLost(now);
        }
        return drain();
    }

    public List<Effect> onRegisterAnswered(long ticket, View current, Duration now) {
        if (primary != null && current.equals(view)) {
            primary.onRegisterConfirmed(ticket);
        } else if (primary != null) {
            primary.onRegisterUnanswered();
        }
        return onView(current, now);
    }

    public List<Effect> onRegisterUnanswered() {
        if (primary != null) {
            primary.onRegisterUnanswered();
        }
        return drain();
    }

    /** Time has passed. Call it several times per heartbeat. */
    public List<Effect> onTick(Duration now) {
        if (primary != null) {
            primary.onTick(now);
        }
        return drain();
    }

    private void becomePrimary(View next, Duration now) {
        view = next;
        if (!mayActIn(next.epoch())) {
            return;
        }
        effects.add(new Effect.SaveEpoch(next.epoch()));
        primary = new PrimaryState(self, log, commitTracker, config, calls, next, now, effects);
        effects.add(new Effect.RoleChanged(BackendRole.RECONCILING, "made primary, in-sync " + next.inSync()));
        effects.add(new Effect.OpenEpoch());
    }

    /** Not when it acted in that epoch, or may have acted, before it was restarted, nor when it has seen a later one. */
    private boolean mayActIn(long epoch) {
        return epoch > log.epoch() && epoch > epochAtStart;
    }

    private void continueAsPrimary(View next, Duration now) {
        effects.add(new Effect.SaveEpoch(next.epoch()));
        effects.add(new Effect.RoleChanged(role(), "stays primary, in-sync " + next.inSync()));
        view = next;
        requirePrimary().continueWith(next, now);
    }

    /** Adopts a view of which another back end is primary. */
    private void become(View next) {
        view = next;
        if (next.epoch() > log.epoch()) {
            effects.add(new Effect.SaveEpoch(next.epoch()));
            becomeReplica("%s is primary".formatted(next.leader()));
        }
    }

    /** Whether the sender leads the view that the register holds, as far as is known here; if not, it is refused. */
    private boolean isFromPrimary(Member from, long epoch) {
        if (epoch < log.epoch()) {
            effects.add(new Effect.Respond(new AppendResponse.StaleEpoch(log.epoch())));
            return false;
        }
        if (isUnknown(epoch)) {
            return refuse(
                    "a message from %s in epoch %d, which the view register does not know".formatted(from, epoch));
        }
        if (from.equals(self)) {
            return refuse("a message from another process in the name of this back end, %s, in epoch %d"
                    .formatted(self, epoch));
        }
        if (!from.equals(view.leader())) {
            return refuse("a message from %s in epoch %d, whose primary is %s".formatted(from, epoch, view.leader()));
        }
        return true;
    }

    private boolean refuse(String why) {
        effects.add(new Effect.Respond(new AppendResponse.NotFollowed(why)));
        effects.add(new Effect.SenderRefused(why));
        return false;
    }

    private void becomeReplica(String why) {
        if (primary != null) {
            primary = null;
            effects.add(new Effect.RoleChanged(BackendRole.REPLICA, why));
        }
    }

    private PrimaryState requirePrimary() {
        if (primary == null) {
            throw new BrokenInvariantException("%s was asked to act as primary, but is a replica", self);
        }
        return primary;
    }

    /** Returns the effects, and begins a new list, into which the primary writes from now on. */
    private List<Effect> drain() {
        var done = effects;
        effects = new ArrayList<>();
        if (primary != null) {
            primary.writeTo(effects);
        }
        return done;
    }
}
