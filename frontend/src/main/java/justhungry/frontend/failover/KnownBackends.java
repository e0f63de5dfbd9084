package justhungry.frontend.failover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;

/**
 * The back ends' registrations: the directory's newest, and for members of the in-sync set also an older one, because the
 * directory forgets everything when its name server is restarted.
 */
final class KnownBackends {
    private final Map<String, BackendRegistration> byName = new TreeMap<>();
    private int listed;

    void update(DirectoryListing listing, View view) {
        byName.values().removeIf(known -> !view.isInSync(known.member()));
        listing.backends().forEach(registration -> byName.put(registration.name(), registration));
        listed = listing.backends().size();
    }

    /** The number of back ends in the last listing of the directory. */
    int listed() {
        return listed;
    }

    List<BackendRegistration> all() {
        return List.copyOf(byName.values());
    }

    /** Whether another incarnation has registered under the member's name: the member's process has ended, and does not come back. */
    boolean isReplaced(Member member) {
        return byName.containsKey(member.name()) && registrationOf(member).isEmpty();
    }

    Optional<BackendRegistration> registrationOf(Member member) {
        return Optional.ofNullable(byName.get(member.name()))
                .filter(known -> known.member().equals(member));
    }
}
