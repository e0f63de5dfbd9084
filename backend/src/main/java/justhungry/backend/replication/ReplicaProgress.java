package justhungry.backend.replication;

import java.time.Duration;
import justhungry.api.cluster.Member;

/** A primary's knowledge of one other back end: etcd's progress. Owned by its {@link PrimaryState}. */
final class ReplicaProgress {
    final Member member;

    /** The entry that is sent next. */
    long nextIndex;

    /** The peer's log is durable, and equal to ours, up to here. */
    long matchIndex;

    /** The peer's state contains the entries up to here. */
    long appliedIndex;

    /** The id of the last call. Only its answer counts: an older one may come late, or twice. */
    long call;

    /** That call, an append or a whole snapshot, is in progress; there is never more than one. */
    boolean awaitsAnswer;

    /** Its process has ended, or it does not connect. */
    boolean unreachable;

    Duration lastSent;

    /**
     * When it was last heard from, or was first called after that. A failed call, and its repetition, change nothing.
     */
    private Duration silentSince;

    /** It was called since it was last heard from. */
    private boolean calledSinceHeard;

    /** It may not enter the in-sync set before this. */
    Duration mayJoinFrom = Duration.ZERO;

    /** The newest read ticket that the append in progress confirms, and the newest that is confirmed. */
    long sentTicket;

    long confirmedTicket;

    ReplicaProgress(Member member, long nextIndex, Duration now) {
        this.member = member;
        this.nextIndex = nextIndex;
        this.lastSent = now;
        this.silentSince = now;
    }

    boolean awaits(long answeredCall) {
        return awaitsAnswer && answeredCall == call;
    }

    long beginCall(long number, Duration now) {
        awaitsAnswer = true;
        lastSent = now;
        silentSince = calledSinceHeard ? silentSince : now;
        calledSinceHeard = true;
        call = number;
        return call;
    }

    void endCall() {
        awaitsAnswer = false;
        sentTicket = confirmedTicket;
    }

    void onHeard(Duration now) {
        unreachable = false;
        silentSince = now;
        calledSinceHeard = false;
    }

    /** Expects no answer any more. The silence timeout starts again with the next call. */
    void abandon() {
        unreachable = true;
        calledSinceHeard = false;
        endCall();
    }

    /** Whether it cannot be relied on: its process has ended, or it has not answered for too long. */
    boolean isSilent(Duration now, Duration silence) {
        return unreachable || isOverdue(now, silence);
    }

    /** Whether it was called and has not answered for too long, even if every call fails at once. */
    boolean isOverdue(Duration now, Duration silence) {
        return awaitsAnswer && now.minus(silentSince).compareTo(silence) > 0;
    }
}
