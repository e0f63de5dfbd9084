package justhungry.frontend.forwarding;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import justhungry.api.client.Backend;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendControl;

/**
 * The stubs of the back ends that were called, by process: unmarshalling one calls its host, so it is done last, off any
 * lock, and once. Any thread may use it.
 */
public final class StubCache {
    private final ConcurrentMap<UUID, Backend> backends = new ConcurrentHashMap<>();
    private final ConcurrentMap<UUID, BackendControl> controls = new ConcurrentHashMap<>();

    Backend backend(BackendRegistration registration) throws RemoteException {
        return stub(backends, registration.process(), registration.backend());
    }

    public BackendControl control(BackendRegistration registration) throws RemoteException {
        return stub(controls, registration.process(), registration.control());
    }

    /** Forgets all others: their processes have ended. */
    public void keepOnly(Collection<BackendRegistration> registrations) {
        var processes = registrations.stream().map(BackendRegistration::process).collect(Collectors.toSet());
        backends.keySet().retainAll(processes);
        controls.keySet().retainAll(processes);
    }

    private static <T> T stub(ConcurrentMap<UUID, T> known, UUID process, MarshalledObject<T> marshalled)
            throws RemoteException {
        var stub = known.get(process);
        if (stub != null) {
            return stub;
        }
        var fresh = unmarshal(marshalled);
        known.put(process, fresh);
        return fresh;
    }

    private static <T> T unmarshal(MarshalledObject<T> marshalled) throws RemoteException {
        try {
            return marshalled.get();
        } catch (RemoteException e) {
            throw e;
        } catch (IOException | ClassNotFoundException e) {
            throw new UnmarshalException("a stub in the directory cannot be read", e);
        }
    }
}
