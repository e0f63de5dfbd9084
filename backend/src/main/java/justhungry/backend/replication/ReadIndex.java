package justhungry.backend.replication;

import java.util.List;

/**
 * The confirmation of reads, as Raft's ReadIndex: a read may be answered when every in-sync member has acknowledged an
 * append that was sent after the read arrived, because then no later primary had begun to serve when it arrived. One
 * append confirms all waiting reads. Reads are numbered by growing tickets.
 */
final class ReadIndex {
    private long newestTicket;
    private long servedTicket;
    private long registerTicket;
    private boolean registerQueried;

    void await(long ticket) {
        newestTicket = Math.max(newestTicket, ticket);
    }

    long newestTicket() {
        return newestTicket;
    }

    /** Whether reads wait for an append to this peer that has not been sent yet. */
    boolean wants(ReplicaProgress peer) {
        return newestTicket > servedTicket && peer.sentTicket() < newestTicket;
    }

    void serve(List<ReplicaProgress> inSync, List<Effect> effects) {
        long confirmed = inSync.isEmpty() ? 0 : Long.MAX_VALUE;
        for (var peer : inSync) {
            confirmed = Math.min(confirmed, peer.confirmedTicket());
        }
        long serve = Math.min(newestTicket, Math.max(confirmed, registerTicket));
        if (serve > servedTicket) {
            servedTicket = serve;
            effects.add(new Effect.ServeReads(serve));
        }
    }

    /** Queries the register, because a member cannot be reached: it tells whether this is still the primary. */
    void queryRegister(List<Effect> effects) {
        if (!registerQueried && newestTicket > servedTicket) {
            registerQueried = true;
            effects.add(new Effect.QueryRegister(newestTicket));
        }
    }

    void onRegisterConfirmed(long ticket) {
        registerQueried = false;
        registerTicket = Math.max(registerTicket, ticket);
    }

    void onRegisterUnanswered() {
        registerQueried = false;
    }
}
