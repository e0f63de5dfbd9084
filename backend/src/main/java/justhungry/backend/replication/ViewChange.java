package justhungry.backend.replication;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import org.jspecify.annotations.Nullable;

/**
 * The change of a primary's own view: it proposes the view without a silent member, and with one that has caught up. At
 * most one proposal is in progress, until the register has answered it.
 */
final class ViewChange {
    private final Member self;
    private final ReplicationConfig config;
    private @Nullable PendingProposal proposal;

    ViewChange(Member self, ReplicationConfig config) {
        this.self = self;
        this.config = config;
    }

    Optional<View> proposed() {
        return Optional.ofNullable(proposal).map(under -> under.next);
    }

    boolean isProposed(View seen) {
        return proposed().filter(seen::equals).isPresent();
    }

    boolean hasProposal(long epoch) {
        return proposed().filter(next -> next.epoch() == epoch).isPresent();
    }

    void propose(View view, ReplicaTracker peers, long joinableFrom, Duration now, List<Effect> effects) {
        if (proposal != null) {
            return;
        }
        var inSync = inSyncNow(view, peers, joinableFrom, now);
        if (inSync.size() >= View.MIN_IN_SYNC && !inSync.equals(view.inSync())) {
            proposal = new PendingProposal(view, view.next(self, inSync), now);
            proposal.propose(effects);
        }
    }

    /**
     * The members that answer and have all that may have been acknowledged. Of two with one name, the in-sync one
     * stays.
     */
    private List<Member> inSyncNow(View view, ReplicaTracker peers, long joinableFrom, Duration now) {
        var inSync = new TreeMap<String, Member>();
        inSync.put(self.name(), self);
        for (var peer : peers.inSync(view)) {
            if (!peer.isSilent(now, config.silenceTimeout())) {
                inSync.putIfAbsent(peer.member().name(), peer.member());
            }
        }
        for (var peer : peers.all()) {
            boolean mayJoin = peer.matchIndex() >= joinableFrom && peer.mayJoin(now);
            if (mayJoin && !view.isInSync(peer.member()) && !peer.isSilent(now, config.silenceTimeout())) {
                inSync.putIfAbsent(peer.member().name(), peer.member());
            }
        }
        return inSync.values().stream().sorted().toList();
    }

    /** Proposes again at a later tick: the register has not answered. */
    void proposeAgain(Duration now) {
        if (proposal != null) {
            proposal.retryFrom = now.plus(config.heartbeatInterval());
        }
    }

    void onTick(Duration now, List<Effect> effects) {
        if (proposal != null && proposal.retryFrom != null && now.compareTo(proposal.retryFrom) >= 0) {
            proposal.propose(effects);
        }
    }

    /** The proposal was accepted. */
    void onAccepted() {
        proposal = null;
    }

    /** The reason for which updates cannot be carried out; empty when they can, or soon will be. */
    Optional<String> shortage(View view, ReplicaTracker peers, Duration now) {
        if (proposal != null
                && now.minus(proposal.since).compareTo(config.proposalTimeout()) > 0
                && someSilent(view, peers, now)) {
            return Optional.of(
                    "no orders right now: a back end is down and the name server does not answer, so the in-sync set"
                            + " cannot be changed; orders resume when either is back");
        }
        long usable = 1
                + peers.inSync(view).stream()
                        .filter(peer -> !peer.isSilent(now, config.silenceTimeout()))
                        .count();
        if (proposal == null && usable < View.MIN_IN_SYNC) {
            return Optional.of(
                    "no orders right now: 1 back end is usable, %d are needed; orders resume when another is back"
                            .formatted(View.MIN_IN_SYNC));
        }
        return Optional.empty();
    }

    private boolean someSilent(View view, ReplicaTracker peers, Duration now) {
        return peers.of(view, proposed()).stream().anyMatch(peer -> peer.isSilent(now, config.silenceTimeout()));
    }

    /** A proposal to the register, with the time when it was made. */
    private static final class PendingProposal {
        private final View expected;
        private final View next;
        private final Duration since;
        private @Nullable Duration retryFrom;

        PendingProposal(View expected, View next, Duration now) {
            this.expected = expected;
            this.next = next;
            this.since = now;
        }

        void propose(List<Effect> effects) {
            retryFrom = null;
            effects.add(new Effect.ProposeView(expected, next));
        }
    }
}
