package justhungry.backend.replication;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import justhungry.api.Member;
import justhungry.api.View;

/** The other back ends, as a primary sees them: those of the in-sync set, and those that are being fed. */
final class Peers {
    private final Member self;
    private final TreeMap<Member, Peer> byMember = new TreeMap<>();

    Peers(Member self, View view, long nextIndex, Duration now) {
        this.self = self;
        addAll(view.inSync(), nextIndex, now);
    }

    Collection<Peer> all() {
        return byMember.values();
    }

    Optional<Peer> find(Member member) {
        return Optional.ofNullable(byMember.get(member));
    }

    /** Begins to feed those that are new, and forgets those that are gone, unless they are needed. */
    void onRegistered(List<Member> registered, Set<Member> needed, long nextIndex, Duration now) {
        byMember.keySet().removeIf(member -> !registered.contains(member) && !needed.contains(member));
        addAll(registered, nextIndex, now);
    }

    /** The peers that are in the in-sync set. */
    List<Peer> inSync(View view) {
        return all().stream().filter(peer -> view.isInSync(peer.member)).toList();
    }

    private void addAll(List<Member> members, long nextIndex, Duration now) {
        for (var member : members) {
            if (!member.equals(self)) {
                byMember.computeIfAbsent(member, any -> new Peer(any, nextIndex, now));
            }
        }
    }
}
