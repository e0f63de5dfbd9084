package justhungry.frontend.server;

import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.Registry;
import java.util.concurrent.atomic.AtomicReference;
import justhungry.api.Directory;
import justhungry.api.Listing;
import justhungry.api.Registration;
import justhungry.api.RegistrationRefusedException;
import justhungry.api.View;
import justhungry.api.ViewRegister;
import justhungry.api.rmi.RmiProcess;
import org.jspecify.annotations.Nullable;

/**
 * The name server as a client sees it. What is bound there is looked up again after each failure: a name server that was
 * restarted binds new objects. Any thread may use it; a call blocks for seconds when the name server was stopped.
 */
final class NameServer {
    private final String place;
    private final Bound<Directory> directory;
    private final Bound<ViewRegister> views;

    NameServer(String host, int port) throws RemoteException {
        var registry = RmiProcess.registry(host, port);
        this.place = host + ":" + port;
        this.directory = new Bound<>(Directory.class, Directory.NAME, registry);
        this.views = new Bound<>(ViewRegister.class, ViewRegister.NAME, registry);
    }

    /** Its address, as {@code --nameserver} takes it. */
    String place() {
        return place;
    }

    Listing register(Registration registration) throws RemoteException, RegistrationRefusedException {
        try {
            return directory.get().register(registration);
        } catch (RemoteException e) {
            directory.forget();
            throw e;
        }
    }

    void leave(Registration registration) throws RemoteException {
        directory.get().leave(registration);
    }

    Listing look() throws RemoteException {
        return directory.call(Directory::look);
    }

    View currentView() throws RemoteException {
        return views.call(ViewRegister::current);
    }

    boolean propose(View expected, View next) throws RemoteException {
        return views.call(register -> register.propose(expected, next));
    }

    private interface Call<T, R> {
        R on(T stub) throws RemoteException;
    }

    private static final class Bound<T extends Remote> {
        private final Class<T> type;
        private final String name;
        private final Registry registry;
        private final AtomicReference<@Nullable T> found = new AtomicReference<>();

        Bound(Class<T> type, String name, Registry registry) {
            this.type = type;
            this.name = name;
            this.registry = registry;
        }

        T get() throws RemoteException {
            @Nullable T known = found.get();
            return known != null ? known : lookUp();
        }

        void forget() {
            found.set(null);
        }

        <R> R call(Call<T, R> call) throws RemoteException {
            try {
                return call.on(get());
            } catch (RemoteException e) {
                forget();
                throw e;
            }
        }

        private T lookUp() throws RemoteException {
            try {
                var stub = type.cast(registry.lookup(name));
                found.set(stub);
                return stub;
            } catch (NotBoundException e) {
                throw new RemoteException("the name server is still starting", e);
            }
        }
    }
}
