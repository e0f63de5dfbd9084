package justhungry.backend.server;

import java.io.IOException;
import java.rmi.ConnectException;
import java.rmi.RemoteException;
import java.rmi.UnmarshalException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Replica;

/**
 * The stubs of the other back ends, as the directory last listed them. A back end that is no longer listed stays known:
 * its lease may have ended while the name server was down. Any thread may call.
 */
final class PeerStubs {
    private final Map<Member, BackendRegistration> registered = new HashMap<>();
    private final Map<UUID, Replica> stubs = new HashMap<>();

    synchronized void update(List<BackendRegistration> listed) {
        for (var registration : listed) {
            var before = registered.put(registration.member(), registration);
            if (before != null && !before.process().equals(registration.process())) {
                stubs.remove(before.process());
            }
        }
    }

    /**
     * The stub of a back end. Unmarshalling it calls that back end's host, so no lock is held meanwhile.
     *
     * @throws ConnectException when the back end was never listed
     */
    Replica resolve(Member member) throws RemoteException {
        BackendRegistration registration;
        synchronized (this) {
            registration = registered.get(member);
            if (registration == null) {
                throw new ConnectException("no process of %s is registered".formatted(member));
            }
            var known = stubs.get(registration.process());
            if (known != null) {
                return known;
            }
        }
        var stub = unmarshal(registration);
        synchronized (this) {
            stubs.put(registration.process(), stub);
        }
        return stub;
    }

    private static Replica unmarshal(BackendRegistration registration) throws RemoteException {
        try {
            return registration.replica().get();
        } catch (IOException | ClassNotFoundException e) {
            throw new UnmarshalException("the stub of %s cannot be read".formatted(registration.member()), e);
        }
    }
}
