package justhungry.backend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import justhungry.api.Listing;
import justhungry.api.Registration.BackendRegistration;
import justhungry.api.RegistrationRefusedException;
import justhungry.api.View;
import justhungry.api.rmi.NameServer;

/**
 * The calls to the name server. The thread {@code directory} renews this back end's lease and brings what the directory
 * lists; the thread {@code register} makes proposals, so that these wait for nothing.
 */
final class NameServerLink implements AutoCloseable {
    private static final Logger LOG = System.getLogger(NameServerLink.class.getName());
    private static final Duration RENEWAL = Duration.ofMillis(500);

    private final NameServer nameServer;
    private final BackendRegistration registration;
    private final Addresses addresses;
    private final Loop loop;
    private final ScheduledExecutorService directory = singleThread("directory");
    private final ScheduledExecutorService register = singleThread("register");

    /** What was wrong at the last renewal, logged once; empty when nothing was. Touched by the thread directory only. */
    private String trouble = "";

    NameServerLink(NameServer nameServer, BackendRegistration registration, Addresses addresses, Loop loop) {
        this.nameServer = nameServer;
        this.registration = registration;
        this.addresses = addresses;
        this.loop = loop;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // renew lets nothing out
    void start(Listing first) {
        take(first);
        directory.scheduleWithFixedDelay(this::renew, RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    void propose(View expected, View next) {
        register.execute(() -> {
            try {
                var current = nameServer.propose(expected, next) ? next : nameServer.current();
                loop.post((node, now) -> node.onProposalAnswered(current, now));
            } catch (RemoteException e) {
                loop.post((node, now) -> node.onProposalUnanswered(now));
            }
        });
    }

    void askRegister(long ticket) {
        register.execute(() -> {
            try {
                var current = nameServer.current();
                loop.post((node, now) -> node.onRegisterAnswered(ticket, current, now));
            } catch (RemoteException e) {
                loop.post((node, now) -> node.onRegisterUnanswered(now));
            }
        });
    }

    private void renew() {
        try {
            take(nameServer.register(registration));
            if (!trouble.isEmpty()) {
                LOG.log(Level.INFO, "the name server at {0} is back", nameServer.address());
            }
            trouble = "";
        } catch (RemoteException e) {
            report("the name server at %s does not answer; orders go on, but nobody can be replaced until it is back"
                    .formatted(nameServer.address()));
        } catch (RegistrationRefusedException e) {
            report(e.getMessage());
        } catch (RuntimeException e) {
            // The top of this work: let out, it would end the renewals without a word.
            report("the registration at %s failed: %s".formatted(nameServer.address(), e));
        }
    }

    private void report(String found) {
        if (!found.equals(trouble)) {
            trouble = found;
            LOG.log(Level.WARNING, found);
        }
    }

    private void take(Listing listing) {
        addresses.update(listing.backends());
        var members =
                listing.backends().stream().map(BackendRegistration::member).toList();
        loop.post((node, now) -> {
            node.onView(listing.view(), now);
            node.onRegistered(members, now);
        });
    }

    @Override
    public void close() {
        directory.shutdownNow();
        register.shutdownNow();
    }

    private static ScheduledExecutorService singleThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
