package justhungry.nameserver;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    LeaseDirectory(FileViewRegister views, LongSupplier nanoTime) {
        this.views = views;
        this.nanoTime = nanoTime;
        this.leases = new Leases(this::cluster);
    }

    /** The start of a back end is made durable outside of the monitor: nobody else has to wait for the disk. */
    @Override
    public DirectoryListing register(Registration registration) throws RegistrationRefusedException {
        requireAllowed(registration);
        if (registration instanceof BackendRegistration backend) {
            views.requireNewest(backend);
            views.note(backend);
        }
        enter(registration);
        return listing();
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
