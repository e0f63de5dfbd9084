package justhungry.backend.server;

import java.rmi.ConnectException;
import java.rmi.RemoteException;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import justhungry.api.cluster.Member;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.Replica;
import justhungry.platform.rmi.ProcessStubs;

/**
 * The stubs of the other back ends, as the directory last listed them. A back end that is no longer listed stays known:
 * its lease may have ended while the name server was down. Any thread may call.
 */
final class PeerStubs {
    private final ConcurrentMap<Member, BackendRegistration> registered = new ConcurrentHashMap<>();
    private final ProcessStubs<Replica> stubs = new ProcessStubs<>();

    void update(List<BackendRegistration> listed) {
        listed.forEach(registration -> registered.put(registration.member(), registration));
        stubs.keepOnly(
                registered.values().stream().map(BackendRegistration::process).collect(Collectors.toSet()));
    }

    /**
     * The stub of a back end. Unmarshalling it calls that back end's host.
     *
     * @throws ConnectException when the back end was never listed
     */
    Replica resolve(Member member) throws RemoteException {
        var registration = registered.get(member);
        if (registration == null) {
            throw new ConnectException("no process of %s is registered".formatted(member));
        }
        return stubs.resolve(registration.process(), registration.replica());
    }
}
