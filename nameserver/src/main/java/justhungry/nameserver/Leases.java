package justhungry.nameserver;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.codec.Limits;
import justhungry.api.directory.Directory;
import justhungry.api.directory.Registration;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.RegistrationRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * The leases of names, each with its holder and its end. Time is an argument, in nanoseconds of one steady clock. Back ends
 * and front ends share one space of names, because they share the RMI registry's. Not thread-safe: its owner guards it.
 */
final class Leases {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long LEASE_NANOS = Directory.LEASE.toNanos();

    /** The names that the name server itself has in the registry. */
    private static final Set<String> RESERVED = Set.of(Directory.NAME, ViewRegister.NAME);

    private final Supplier<Optional<UUID>> cluster;
    private final Map<String, Lease> byName = new TreeMap<>();

    /** @param cluster that back ends must belong to, if they belong to one; empty when any will do */
    Leases(Supplier<Optional<UUID>> cluster) {
        this.cluster = cluster;
    }

    /**
     * Begins or renews a lease.
     *
     * @throws RegistrationRefusedException when the name is held, or reserved, or there are too many, or the back end
     *     belongs to another cluster; nothing has changed then
     */
    void register(Registration registration, long now) throws RegistrationRefusedException {
        requireAllowed(registration, now);
        var held = byName.get(registration.name());
        byName.put(registration.name(), Lease.follow(held, registration, now + LEASE_NANOS));
    }

    /** @throws RegistrationRefusedException as {@link #register} does; nothing has changed afterwards */
    void requireAllowed(Registration registration, long now) throws RegistrationRefusedException {
        endOverdue(now);
        var name = registration.name();
        require(!RESERVED.contains(name), "the name %s is reserved for the name server: choose another name", name);
        if (registration instanceof BackendRegistration backend) {
            requireOurCluster(backend);
        }
        requireNameIsFree(registration, byName.get(name), now);
        requireRoomFor(registration);
    }

    /** Ends the lease of that very process, if it has one. */
    void leave(Registration registration) {
        byName.computeIfPresent(registration.name(), (name, held) -> held.isOf(registration) ? null : held);
    }

    /** The registrations whose leases have not ended, by name. */
    List<Registration> living(long now) {
        endOverdue(now);
        return byName.values().stream().map(Lease::registration).toList();
    }

    private void endOverdue(long now) {
        byName.values().removeIf(lease -> lease.endsAt() - now <= 0);
    }

    private void requireOurCluster(BackendRegistration backend) throws RegistrationRefusedException {
        var theirs = backend.cluster();
        var ours = cluster.get().orElse(theirs);
        require(
                theirs.equals(BackendRegistration.NO_CLUSTER) || theirs.equals(ours),
                "%1$s belongs to cluster %2$s; this name server serves cluster %3$s. If this is the wrong name"
                        + " server, name the right one with --nameserver HOST:PORT. If it was started on the wrong"
                        + " directory, start it with the old --data, or on a copy made after the last change of view."
                        + " If neither exists any more: just-hungry backend %1$s --dump, with its --data, prints what it"
                        + " has; with an empty --data, %1$s can join this cluster",
                backend.name(),
                theirs,
                ours);
    }

    private static void requireNameIsFree(Registration registration, @Nullable Lease held, long now)
            throws RegistrationRefusedException {
        if (held == null || held.isOf(registration)) {
            return;
        }
        require(
                !registration.process().equals(held.replaced()),
                "another process with the same data has taken over the name %s: a copy of this data directory is in"
                        + " use; stop one of the two processes",
                registration.name());
        require(
                held.isSameIncarnationAs(registration),
                "the name %s is taken: choose another name, or stop the process that has it; if that has just ended,"
                        + " try again in %d s",
                registration.name(),
                (held.endsAt() - now + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
    }

    private void requireRoomFor(Registration registration) throws RegistrationRefusedException {
        var others = byName.values().stream()
                .map(Lease::registration)
                .filter(other -> other.getClass() == registration.getClass())
                .filter(other -> !other.name().equals(registration.name()))
                .count();
        require(
                others < Limits.MEMBERS,
                "%d processes of the same kind as %s are registered, and no more are allowed: stop one that is not"
                        + " needed",
                others,
                registration.name());
    }

    private static void require(boolean holds, String message, Object... values) throws RegistrationRefusedException {
        if (!holds) {
            throw new RegistrationRefusedException(message.formatted(values));
        }
    }

    /**
     * A lease of a name.
     *
     * @param endsAt in nanoseconds of the owner's clock
     * @param replaced the process from which this one took the name over, if it did
     */
    private record Lease(
            Registration registration,
            long endsAt,
            @Nullable UUID replaced) {
        static Lease follow(@Nullable Lease held, Registration registration, long endsAt) {
            if (held == null) {
                return new Lease(registration, endsAt, null);
            }
            var replaced = held.isOf(registration) ? held.replaced : held.registration.process();
            return new Lease(registration, endsAt, replaced);
        }

        boolean isOf(Registration other) {
            return registration.process().equals(other.process());
        }

        /** Then the older process is dead: the lock of their data directory admits one at a time. */
        boolean isSameIncarnationAs(Registration other) {
            return registration instanceof BackendRegistration ours
                    && other instanceof BackendRegistration theirs
                    && ours.member().equals(theirs.member());
        }
    }
}
