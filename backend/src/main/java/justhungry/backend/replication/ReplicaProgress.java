package justhungry.backend.replication;

import java.time.Duration;
import justhungry.api.cluster.Member;
import justhungry.api.replication.AppendResponse;

/** A primary's knowledge of one other back end: etcd's progress. Owned by its {@link PrimaryState}. */
final class ReplicaProgress {
    private final Member member;

    /** The entry that is sent next. */
    private long nextIndex;

    /** The peer's log is durable, and equal to ours, up to here. */
    private long matchIndex;

    /** The peer knows that the entries up to here are committed. */
    private long appliedIndex;

    /** The id of the last call. Only its answer counts: an older one may come late, or twice. */
    private long call;

    /** That call, an append or a whole snapshot, is in progress; there is never more than one. */
    private boolean awaitsAnswer;

    /** Its process has ended, or it does not connect. */
    private boolean unreachable;

    private Duration lastSent;

    /** It is not called before this: it cannot read what comes next. */
    private Duration mayBeCalledFrom = Duration.ZERO;

    /** It is not called before this, unless the view changes: it refused the last call, or its log has not met twice. */
    private Duration refusedUntil = Duration.ZERO;

    /**
     * When it was last heard from, or was first called after that. A failed call, and its repetition, change nothing.
     */
    private Duration silentSince;

    /** Its log did not meet what it was sent, and it has acknowledged nothing since. */
    private boolean mismatched;

    /** It was called since it was last heard from. */
    private boolean calledSinceHeard;

    /** It may not enter the in-sync set before this. */
    private Duration mayJoinFrom = Duration.ZERO;

    /** The newest read ticket that the append in progress confirms, and the newest that is confirmed. */
    private long sentTicket;

    /** The newest entry that the call in progress sends, or that it presumes. */
    private long sentThrough;

    private long confirmedTicket;

    ReplicaProgress(Member member, long nextIndex, Duration now) {
        this.member = member;
        this.nextIndex = nextIndex;
        this.lastSent = now;
        this.silentSince = now;
    }

    Member member() {
        return member;
    }

    long nextIndex() {
        return nextIndex;
    }

    long matchIndex() {
        return matchIndex;
    }

    long appliedIndex() {
        return appliedIndex;
    }

    long sentTicket() {
        return sentTicket;
    }

    long sentThrough() {
        return sentThrough;
    }

    long confirmedTicket() {
        return confirmedTicket;
    }

    boolean isUnreachable() {
        return unreachable;
    }

    /** Whether a call can begin. */
    boolean mayBeCalled(Duration now) {
        return !awaitsAnswer && now.compareTo(mayBeCalledFrom) >= 0 && now.compareTo(refusedUntil) >= 0;
    }

    /** Whether it must hear from the primary again. */
    boolean isDue(Duration now, Duration heartbeatInterval) {
        return now.minus(lastSent).compareTo(heartbeatInterval) >= 0;
    }

    boolean mayJoin(Duration now) {
        return now.compareTo(mayJoinFrom) >= 0;
    }

    boolean awaits(long answeredCall) {
        return awaitsAnswer && answeredCall == call;
    }

    /** Begins an append, which confirms the reads up to a ticket. */
    void beginAppend(long newCall, long ticket, long through, Duration now) {
        beginCall(newCall, now);
        sentTicket = ticket;
        sentThrough = through;
    }

    /** Begins to send a snapshot. What comes after it is sent next, so it must stay in the log. */
    void beginSnapshot(long newCall, long snapshotIndex, Duration now) {
        beginCall(newCall, now);
        nextIndex = snapshotIndex + 1;
        sentThrough = snapshotIndex;
    }

    private void beginCall(long newCall, Duration now) {
        awaitsAnswer = true;
        lastSent = now;
        silentSince = calledSinceHeard ? silentSince : now;
        calledSinceHeard = true;
        call = newCall;
    }

    void onHeard(Duration now) {
        unreachable = false;
        silentSince = now;
        calledSinceHeard = false;
    }

    /** This back end was late itself: that much of the time is no silence of the member's. */
    void discount(Duration late, Duration now) {
        var later = silentSince.plus(late);
        silentSince = later.compareTo(now) < 0 ? later : now;
    }

    void onAcknowledged(AppendResponse.Acknowledged acknowledged) {
        matchIndex = acknowledged.matchIndex();
        nextIndex = acknowledged.matchIndex() + 1;
        appliedIndex = acknowledged.appliedIndex();
        confirmedTicket = sentTicket;
        mismatched = false;
    }

    /**
     * Its log does not meet what it was sent.
     *
     * @param callFrom when it is called next if it has said so before: it may say so for ever
     */
    void onLogMismatch(AppendResponse.LogMismatch needs, Duration callFrom) {
        refusedUntil = mismatched ? callFrom : refusedUntil;
        mismatched = true;
        nextIndex = Math.min(needs.lastIndex() + 1, nextIndex);
        matchIndex = Math.min(matchIndex, Math.max(0, needs.lastIndex()));
    }

    void endCall() {
        awaitsAnswer = false;
        sentTicket = confirmedTicket;
    }

    /** It cannot be reached, or cannot follow; until it is heard from again. */
    void becomeUnreachable() {
        unreachable = true;
    }

    /**
     * Its process has ended. That is not silence, and no reason to let the next process wait before it enters the in-sync
     * set: that one may be as fast as any.
     */
    void onEnded() {
        becomeUnreachable();
        calledSinceHeard = false;
        mismatched = false;
        mayJoinFrom = Duration.ZERO;
        endCall();
    }

    /** It has answered, but does not follow: it stays silent. */
    void onRefused(Duration callFrom) {
        refusedUntil = callFrom;
        endCall();
    }

    /** The primary's view has changed: what it refused before, it may follow now. */
    void onNewView() {
        refusedUntil = Duration.ZERO;
        mismatched = false;
    }

    /** Leaves it alone for a while: it needs a newer version to follow. A restarted process may have it. */
    void onNewerVersionNeeded(Duration callFrom) {
        becomeUnreachable();
        mayBeCalledFrom = callFrom;
    }

    /** Expects no answer any more. The silence timeout starts again with the next call. */
    void abandon(Duration joinsFrom) {
        becomeUnreachable();
        calledSinceHeard = false;
        mayJoinFrom = joinsFrom;
        endCall();
    }

    /** Whether it cannot be relied on: its process has ended, or it has not answered for too long. */
    boolean isSilent(Duration now, Duration silence) {
        return unreachable || isOverdue(now, silence);
    }

    /** Whether it was called and has not answered for too long, even if every call fails at once. */
    boolean isOverdue(Duration now, Duration silence) {
        return (awaitsAnswer || calledSinceHeard) && now.minus(silentSince).compareTo(silence) > 0;
    }
}
