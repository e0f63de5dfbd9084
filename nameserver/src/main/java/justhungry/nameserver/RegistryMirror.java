package justhungry.nameserver;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.Registry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import justhungry.api.directory.Registration;

/**
 * A mirror of the leases in the plain RMI registry, under the same names, so that any RMI tool finds the processes. It
 * runs in the registry's process because a registry refuses to bind from another host.
 *
 * <p>To be bound, a stub must be unmarshalled, which calls the stub's host, and takes seconds when that one is stopped.
 * Hence a thread of its own, on which nothing waits; each process is tried once per lease.
 */
final class RegistryMirror implements AutoCloseable {
    private static final Logger LOG = System.getLogger(RegistryMirror.class.getName());
    private static final long POLL_INTERVAL_MILLIS = 200;

    private final Registry registry;
    private final Supplier<List<Registration>> living;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(RegistryMirror::daemonThread);

    /** The processes whose stubs it has tried to bind, by name. Only this class's thread touches it. */
    private final Map<String, UUID> tried = new HashMap<>();

    RegistryMirror(Registry registry, Supplier<List<Registration>> living) {
        this.registry = registry;
        this.living = living;
    }

    void start() {
        var unused = thread.scheduleWithFixedDelay(this::follow, 0, POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void follow() {
        var registrations = living.get();
        var names = registrations.stream().map(Registration::name).collect(Collectors.toSet());
        for (var gone : withoutAll(tried.keySet(), names)) {
            tried.remove(gone);
            unbind(gone);
        }
        for (var registration : registrations) {
            if (!registration.process().equals(tried.put(registration.name(), registration.process()))) {
                bind(registration);
            }
        }
    }

    private void bind(Registration registration) {
        LOG.log(Level.INFO, "{0} has registered", registration.name());
        try {
            Remote stub = registration.bound().get();
            registry.rebind(registration.name(), stub);
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            // A stub is foreign data, and its host may be down: a failure concerns the registry's list only.
            LOG.log(
                    Level.WARNING,
                    "{0} is in the directory, but could not be bound in the RMI registry: {1}",
                    registration.name(),
                    e);
        }
    }

    private void unbind(String name) {
        LOG.log(Level.INFO, "{0} is gone: its lease ended, or it left", name);
        try {
            registry.unbind(name);
        } catch (NotBoundException e) {
            // It could not be bound: there is nothing to take back.
        } catch (RemoteException e) {
            throw new IllegalStateException("the registry is in this process, and cannot fail remotely", e);
        }
    }

    private static Set<String> withoutAll(Set<String> names, Set<String> others) {
        return names.stream().filter(name -> !others.contains(name)).collect(Collectors.toSet());
    }

    private static Thread daemonThread(Runnable task) {
        var made = new Thread(task, "registry-mirror");
        made.setDaemon(true);
        return made;
    }
}
