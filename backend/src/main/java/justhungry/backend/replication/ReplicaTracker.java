package justhungry.backend.replication;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;

/** A primary's tracker of the other back ends: those of the in-sync set, and those that are catching up. */
final class ReplicaTracker {
    private final Member self;
    private final TreeMap<Member, ReplicaProgress> byMember = new TreeMap<>();

    ReplicaTracker(Member self, View view, long nextIndex, Duration now) {
        this.self = self;
        addAll(view.inSync(), nextIndex, now);
    }

    Collection<ReplicaProgress> all() {
        return byMember.values();
    }

    Optional<ReplicaProgress> find(Member member) {
        return Optional.ofNullable(byMember.get(member));
    }

    /**
     * Begins to track those that are new, so that they catch up, and drops those that are gone, unless they are needed.
     */
    void onRegistered(List<Member> registered, View view, Optional<View> proposed, long nextIndex, Duration now) {
        var needed = of(view, proposed);
        byMember.values().removeIf(peer -> !registered.contains(peer.member()) && !needed.contains(peer));
        addAll(registered, nextIndex, now);
    }

    /** The peers that are in the in-sync set. */
    List<ReplicaProgress> inSync(View view) {
        return all().stream().filter(peer -> view.isInSync(peer.member())).toList();
    }

    /** The peers in the in-sync set of the view or of the proposed one: either may be current by now. */
    List<ReplicaProgress> of(View view, Optional<View> proposed) {
        return all().stream()
                .filter(peer -> view.isInSync(peer.member())
                        || proposed.filter(next -> next.isInSync(peer.member())).isPresent())
                .toList();
    }

    private void addAll(List<Member> members, long nextIndex, Duration now) {
        for (var member : members) {
            if (!member.equals(self)) {
                byMember.computeIfAbsent(member, any -> new ReplicaProgress(any, nextIndex, now));
            }
        }
    }
}
