package justhungry.platform.rmi;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The stubs of one remote interface, by the process that exported the object: unmarshalling one calls its host, so it is
 * done when it is needed, off any lock, and once. Any thread may use it.
 */
public final class ProcessStubs<T extends Remote> {
    private final ConcurrentMap<UUID, T> stubs = new ConcurrentHashMap<>();

    /**
     * The stub of a process's object.
     *
     * @param marshalled the stub as the directory has it
     * @throws UnmarshalException when it cannot be read
     */
    public T resolve(UUID process, MarshalledObject<T> marshalled) throws RemoteException {
        var known = stubs.get(process);
        if (known != null) {
            return known;
        }
        var fresh = unmarshal(marshalled);
        stubs.put(process, fresh);
        return fresh;
    }

    /** Forgets the stubs of all other processes: they have ended. */
    public void keepOnly(Set<UUID> processes) {
        stubs.keySet().retainAll(processes);
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
