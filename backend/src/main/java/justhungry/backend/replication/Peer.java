package justhungry.backend.replication;

import java.time.Duration;
import justhungry.api.Member;

/** What a primary knows about one other back end. Owned by its {@link Primary}. */
final class Peer {
    final Member member;

    /** The entry that is sent next. */
    long nextIndex;

    /** The peer's log is durable, and equal to ours, up to here. */
    long matchIndex;

    /** The peer's state contains the entries up to here. */
    long appliedIndex;

    /** The last call. Only its answer counts: an older one may come late, or twice. */
    long call;

    /** That call, an append or a whole snapshot, is under way; there is never more than one. */
    boolean awaitsAnswer;

    /** Its process has ended, or it does not connect. */
    boolean unreachable;

    Duration lastSent;

    /** When it was last heard, or first asked after that: a call that fails, and its repetition, change nothing here. */
    private Duration quietSince;

    /** It was asked something since it was last heard. */
    private boolean asked;

    /** Not to enter the in-sync set before this. */
    Duration mayJoinFrom = Duration.ZERO;

    /** The newest read ticket that the append under way confirms, and the newest that is confirmed. */
    long sentTicket;

    long confirmedTicket;

    Peer(Member member, long nextIndex, Duration now) {
        this.member = member;
        this.nextIndex = nextIndex;
        this.lastSent = now;
        this.quietSince = now;
    }

    boolean awaits(long answeredCall) {
        return awaitsAnswer && answeredCall == call;
    }

    long beginCall(long number, Duration now) {
        awaitsAnswer = true;
        lastSent = now;
        quietSince = asked ? quietSince : now;
        asked = true;
        call = number;
        return call;
    }

    void endCall() {
        awaitsAnswer = false;
        sentTicket = confirmedTicket;
    }

    void heard(Duration now) {
        unreachable = false;
        quietSince = now;
        asked = false;
    }

    /** Nothing more is expected of it. What is asked of it from here on counts anew. */
    void giveUp() {
        unreachable = true;
        asked = false;
        endCall();
    }

    /** Whether it cannot be counted on: it has ended, or has been asked and kept silent for too long. */
    boolean isSilent(Duration now, Duration silence) {
        return unreachable || isOverdue(now, silence);
    }

    /** Whether it has been asked and kept silent for too long, be it that every call fails at once. */
    boolean isOverdue(Duration now, Duration silence) {
        return awaitsAnswer && now.minus(quietSince).compareTo(silence) > 0;
    }
}
