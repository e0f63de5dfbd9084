package justhungry.coordination;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import justhungry.api.directory.Directory;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.directory.RegistrationRefusedException;
import justhungry.api.directory.StaleCopyException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;

/**
 * The keeper of a process's lease in the directory, which hands on the directory's listings. It waits for a name server that
 * is not there yet. It takes the name over from a process that has ended, and waits for the lease of one that cannot be
 * reached to end. A thread "directory" renews the lease.
 */
public final class LeaseKeeper implements AutoCloseable {
    /** The interval between attempts to reach a name server that is not there when the process starts. */
    public static final Duration RETRY_INTERVAL = Duration.ofSeconds(10);

    private static final int MAX_ATTEMPTS = 5;
    private static final Duration RENEWAL_INTERVAL = Duration.ofMillis(500);
    private static final Duration LEAVE_TIMEOUT = Duration.ofMillis(300);

    private final NameServerClient nameServer;
    private final Supplier<Registration> registration;
    private final Consumer<String> messages;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** The problem at the last renewal, empty when there was none. Touched by the thread "directory" only. */
    private String lastProblem = "";

    /**
     * Makes a registrar; nothing is called yet.
     *
     * @param registration the process's registration as it is now
     * @param messages takes, in one line, what a person may want to know; once each time that it changes
     */
    public LeaseKeeper(NameServerClient nameServer, Supplier<Registration> registration, Consumer<String> messages) {
        this.nameServer = nameServer;
        this.registration = registration;
        this.messages = messages;
    }

    /**
     * Registers for the first time.
     *
     * @param retryInterval the wait for a name server that is not there yet, up to four times
     * @throws CannotStartException when it is not there after that, or keeps refusing the registration
     * @throws StaleDataException when the data of this process are an old copy
     */
    public DirectoryListing register(Duration retryInterval) throws CannotStartException, InterruptedException {
        for (int attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
            try {
                return registerWithinLease();
            } catch (RemoteException e) {
                messages.accept("no name server answers at %s (attempt %d of %d); trying again in %d s"
                        .formatted(nameServer.address(), attempt, MAX_ATTEMPTS, retryInterval.toSeconds()));
                pause(retryInterval);
            }
        }
        try {
            return registerWithinLease();
        } catch (RemoteException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "no name server answers at %s after %d attempts: start it (just-hungry nameserver), or name another with --nameserver HOST:PORT"
                            .formatted(nameServer.address(), MAX_ATTEMPTS));
        }
    }

    /** A refusal may be due to the lease of a process that was killed a moment ago. */
    private DirectoryListing registerWithinLease() throws RemoteException, CannotStartException, InterruptedException {
        long deadlineNanos =
                System.nanoTime() + Directory.LEASE.plus(RENEWAL_INTERVAL).toNanos();
        while (true) {
            try {
                return nameServer.register(registration.get());
            } catch (StaleCopyException e) {
                throw new StaleDataException(e.getMessage());
            } catch (RegistrationRefusedException e) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new CannotStartException(ExitCode.UNAVAILABLE, e.getMessage());
                }
                if (!EndedHolder.endLease(nameServer, registration.get().name())) {
                    pause(RENEWAL_INTERVAL);
                }
            }
        }
    }

    /** Renews the lease from now on. {@code listings} takes each listing of the directory, on the thread "directory". */
    public void keepRenewing(Consumer<DirectoryListing> listings) {
        var thread = new Thread(() -> renew(listings), "directory");
        thread.setDaemon(true);
        thread.start();
    }

    private void renew(Consumer<DirectoryListing> listings) {
        try {
            while (!pause(RENEWAL_INTERVAL)) {
                renewOnce(listings);
            }
        } catch (InterruptedException e) {
            // The process ends.
        }
    }

    private void renewOnce(Consumer<DirectoryListing> listings) {
        try {
            listings.accept(nameServer.register(registration.get()));
            report("");
        } catch (RemoteException e) {
            report(
                    "the name server at %s does not answer; orders continue until a back end fails: restart the name server"
                            .formatted(nameServer.address()));
        } catch (RegistrationRefusedException e) {
            report(e.getMessage());
        }
    }

    private void report(String found) {
        if (!found.equals(lastProblem)) {
            lastProblem = found;
            messages.accept(
                    found.isEmpty() ? "registered at the name server %s again".formatted(nameServer.address()) : found);
        }
    }

    /** Waits, and returns whether this was closed meanwhile. */
    private boolean pause(Duration time) throws InterruptedException {
        return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Leaves the directory, if that is quick: the lease ends by itself. */
    @Override
    public void close() {
        closed.countDown();
        var leaving = new Thread(this::leave, "leaving");
        leaving.setDaemon(true);
        leaving.start();
        try {
            leaving.join(LEAVE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            nameServer.leave(registration.get());
        } catch (RemoteException e) {
            // The lease ends by itself.
        }
    }
}
