package justhungry.frontend.forwarding;

import java.rmi.RemoteException;
import java.util.Collection;
import java.util.stream.Collectors;
import justhungry.api.client.Backend;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendControl;
import justhungry.platform.rmi.ProcessStubs;

/** The stubs of the back ends that were called. Any thread may use it. */
public final class StubCache {
    private final ProcessStubs<Backend> backends = new ProcessStubs<>();
    private final ProcessStubs<BackendControl> controls = new ProcessStubs<>();

    Backend backend(BackendRegistration registration) throws RemoteException {
        return backends.resolve(registration.process(), registration.backend());
    }

    public BackendControl control(BackendRegistration registration) throws RemoteException {
        return controls.resolve(registration.process(), registration.control());
    }

    /** Forgets all others: their processes have ended. */
    public void keepOnly(Collection<BackendRegistration> registrations) {
        var processes = registrations.stream().map(BackendRegistration::process).collect(Collectors.toSet());
        backends.keepOnly(processes);
        controls.keepOnly(processes);
    }
}
