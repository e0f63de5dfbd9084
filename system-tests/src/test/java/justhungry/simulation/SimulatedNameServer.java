package justhungry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Directory;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;

/** The view register, durable, and the leases, which are lost with the process. */
final class SimulatedNameServer extends SimulatedProcess {
    private static final UUID CLUSTER = new UUID(7, 7);

    private final SimulationScheduler simulation;
    private final Consumer<View> onAccepted;
    private final TreeMap<Member, BackendLease> leases = new TreeMap<>();
    private final Set<View> accepted = new HashSet<>();
    private View current = View.NONE;

    SimulatedNameServer(SimulationScheduler simulation, Consumer<View> onAccepted) {
        super("nameserver");
        this.simulation = simulation;
        this.onAccepted = onAccepted;
    }

    View current() {
        return current;
    }

    boolean propose(View expected, View next) {
        if (!expected.equals(current) || next.epoch() != current.epoch() + 1) {
            return false;
        }
        assertThat(next.inSync()).as("the in-sync set never shrinks below two").hasSizeGreaterThanOrEqualTo(2);
        current = next;
        accepted.add(next);
        onAccepted.accept(next);
        return true;
    }

    /** Whether the register has ever held this view. */
    boolean hasAccepted(View view) {
        return accepted.contains(view);
    }

    DirectoryListing register(BackendRegistration registration) {
        leases.put(
                registration.member(),
                new BackendLease(registration, simulation.now().plus(Directory.LEASE)));
        return listing();
    }

    /** The newest lease of a name comes last. */
    DirectoryListing listing() {
        leases.values().removeIf(lease -> lease.end().compareTo(simulation.now()) < 0);
        var registrations = leases.values().stream()
                .sorted(Comparator.comparing(BackendLease::end))
                .map(BackendLease::registration)
                .toList();
        return new DirectoryListing(CLUSTER, current, registrations, List.of());
    }

    @Override
    void crash() {
        super.crash();
        leases.clear();
    }

    private record BackendLease(BackendRegistration registration, Duration end) {}
}
