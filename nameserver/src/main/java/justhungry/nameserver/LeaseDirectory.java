package justhungry.nameserver;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import justhungry.api.directory.Directory;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.api.directory.RegistrationRefusedException;

/**
 * The directory: leases in memory, which come back by their renewals after a restart. It never unmarshals a stub, so no
 * answer waits for the host of a back end. Its monitor guards the leases; any thread may call it.
 */
final class LeaseDirectory implements Directory {
    private final FileViewRegister views;
    private final LongSupplier nanoTime;
    private final Leases leases;

    /** Held while a back end registers: of two processes of one member, the one that is noted last holds the name. */
    final ReentrantLock registering = new ReentrantLock();

    LeaseDirectory(FileViewRegister views, LongSupplier nanoTime) {
        this.views = views;
        this.nanoTime = nanoTime;
        this.leases = new Leases(this::cluster);
    }

    @Override
    public DirectoryListing register(Registration registration) throws RegistrationRefusedException {
        if (registration instanceof BackendRegistration backend) {
            registerBackend(backend);
        } else {
            enter(registration);
        }
        return listing();
    }

    /** Its start is made durable outside of the monitor: only other back ends that register wait for the disk. */
    private void registerBackend(BackendRegistration backend) throws RegistrationRefusedException {
        registering.lock();
        try {
            requireAllowed(backend);
            views.requireNewest(backend);
            views.note(backend);
            enter(backend);
        } finally {
            registering.unlock();
        }
    }

    private synchronized void requireAllowed(Registration registration) throws RegistrationRefusedException {
        leases.requireAllowed(registration, nanoTime.getAsLong());
    }

    private synchronized void enter(Registration registration) throws RegistrationRefusedException {
        leases.register(registration, nanoTime.getAsLong());
    }

    /** The cluster that back ends must belong to; empty while the register may become that of any, which has lost its own. */
    private Optional<UUID> cluster() {
        return views.current().epoch() == 0 ? Optional.empty() : Optional.of(views.cluster());
    }

    @Override
    public synchronized void leave(Registration registration) {
        leases.leave(registration);
    }

    @Override
    public DirectoryListing listing() {
        var living = living();
        var register = views.record();
        return new DirectoryListing(
                register.cluster(),
                register.view(),
                only(BackendRegistration.class, living),
                only(FrontendRegistration.class, living));
    }

    /** The registrations whose leases have not ended, by name. */
    synchronized List<Registration> living() {
        return leases.living(nanoTime.getAsLong());
    }

    private static <T extends Registration> List<T> only(Class<T> kind, List<Registration> registrations) {
        return registrations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
