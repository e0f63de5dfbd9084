package justhungry.frontend.server;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.api.Listing;
import justhungry.api.Member;
import justhungry.api.Registration.BackendRegistration;
import justhungry.api.View;

/**
 * How to reach the back ends: the directory's newest word, and for members of the in-sync set also an older one, for the
 * directory forgets everything when its name server is restarted. Owned by the failover thread.
 */
final class Roster {
    private final Map<String, BackendRegistration> byName = new TreeMap<>();
    private int listed;

    void update(Listing listing, View view) {
        byName.values().removeIf(known -> !view.isInSync(known.member()));
        listing.backends().forEach(registration -> byName.put(registration.name(), registration));
        listed = listing.backends().size();
    }

    /** How many back ends the directory knew when it was asked last. */
    int listed() {
        return listed;
    }

    Collection<BackendRegistration> all() {
        return List.copyOf(byName.values());
    }

    Optional<BackendRegistration> find(Member member) {
        return Optional.ofNullable(byName.get(member.name()))
                .filter(known -> known.member().equals(member));
    }
}
