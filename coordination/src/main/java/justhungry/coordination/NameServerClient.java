package justhungry.coordination;

import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.Registry;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import justhungry.api.cluster.View;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.directory.Directory;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.directory.RegistrationRefusedException;
import justhungry.platform.rmi.RmiFailures;
import justhungry.platform.rmi.RmiProcess;

/**
 * The name server as another process calls it. Its objects are looked up when they are first needed, and again after a
 * failed call, at once where the process that had them has ended: a name server that was restarted is found again. Any
 * thread may call.
 */
public final class NameServerClient implements Directory, ViewRegister {
    private final NameServerAddress address;
    private final AtomicReference<Directory> directory = new AtomicReference<>();
    private final AtomicReference<ViewRegister> views = new AtomicReference<>();

    public NameServerClient(NameServerAddress address) {
        this.address = address;
    }

    public NameServerAddress address() {
        return address;
    }

    @Override
    public DirectoryListing register(Registration registration) throws RemoteException, RegistrationRefusedException {
        var found = resolve(directory, Directory.class, Directory.NAME);
        try {
            return found.register(registration);
        } catch (RemoteException | RuntimeException e) {
            directory.set(null);
            throw remote(e);
        }
    }

    @Override
    public void leave(Registration registration) throws RemoteException {
        call(directory, Directory.class, Directory.NAME, found -> {
            found.leave(registration);
            return registration;
        });
    }

    @Override
    public DirectoryListing listing() throws RemoteException {
        return call(directory, Directory.class, Directory.NAME, Directory::listing);
    }

    @Override
    public View current() throws RemoteException {
        return call(views, ViewRegister.class, ViewRegister.NAME, ViewRegister::current);
    }

    @Override
    public boolean propose(View expected, View next) throws RemoteException {
        return call(views, ViewRegister.class, ViewRegister.NAME, found -> found.propose(expected, next));
    }

    @Override
    public boolean rebuild(UUID cluster, View view) throws RemoteException {
        return call(views, ViewRegister.class, ViewRegister.NAME, found -> found.rebuild(cluster, view));
    }

    private <T extends Remote, R> R call(
            AtomicReference<T> cache, Class<T> type, String name, NameServerCall<T, R> call) throws RemoteException {
        boolean wasKnown = cache.get() != null;
        try {
            return callOnce(cache, type, name, call);
        } catch (RemoteException e) {
            if (wasKnown && RmiFailures.processEnded(e)) { // It was not executed, and another process may be there now.
                return callOnce(cache, type, name, call);
            }
            throw e;
        }
    }

    private <T extends Remote, R> R callOnce(
            AtomicReference<T> cache, Class<T> type, String name, NameServerCall<T, R> call) throws RemoteException {
        var found = resolve(cache, type, name);
        try {
            return call.on(found);
        } catch (RemoteException | RuntimeException e) {
            cache.set(null);
            throw remote(e);
        }
    }

    /** RMI brings what the other process threw: its failure is a failed call, not a broken invariant here. */
    private static RemoteException remote(Exception failure) {
        return failure instanceof RemoteException known
                ? known
                : new RemoteException("the name server failed", failure);
    }

    private <T extends Remote> T resolve(AtomicReference<T> cache, Class<T> type, String name) throws RemoteException {
        var known = cache.get();
        if (known != null) {
            return known;
        }
        try {
            var found = type.cast(registry().lookup(name));
            cache.set(found);
            return found;
        } catch (NotBoundException | ClassCastException e) {
            throw new RemoteException(
                    "the program that answers at %s is not a Just Hungry name server".formatted(address), e);
        }
    }

    private Registry registry() throws RemoteException {
        return RmiProcess.registry(address.host(), address.port());
    }

    private interface NameServerCall<T, R> {
        R on(T remote) throws RemoteException;
    }
}
