package justhungry.frontend.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import justhungry.api.Directory;
import justhungry.api.Listing;
import justhungry.api.Registration;
import justhungry.api.RegistrationRefusedException;
import justhungry.api.process.CannotStartException;
import justhungry.api.process.ExitCode;

/** Keeps this front end in the directory, and hands on what the directory says. Owned by the thread "directory". */
final class Registrar implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Registrar.class.getName());
    private static final Duration RENEWAL = Duration.ofMillis(500);
    private static final Duration LEAVING = Duration.ofMillis(300);
    private static final int TRIALS = 5;

    private final NameServer names;
    private final Registration registration;
    private final Consumer<Listing> listings;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String lastNews = "";

    /** @param listings is told what the directory holds, at each renewal */
    Registrar(NameServer names, Registration registration, Consumer<Listing> listings) {
        this.names = names;
        this.registration = registration;
        this.listings = listings;
    }

    /**
     * Registers for the first time, and from then on for ever.
     *
     * @param betweenTrials how long to wait for a name server that is not there yet, four times
     * @throws CannotStartException when it is not there after that, or does not take the name
     */
    void start(Duration betweenTrials) throws CannotStartException, InterruptedException {
        listings.accept(first(betweenTrials));
        var thread = new Thread(this::renew, "directory");
        thread.setDaemon(true);
        thread.start();
    }

    private Listing first(Duration betweenTrials) throws CannotStartException, InterruptedException {
        for (int trial = 1; trial < TRIALS; trial++) {
            try {
                return admitted();
            } catch (RemoteException e) {
                LOG.log(
                        Level.INFO,
                        "no name server at %s (try %d of %d); the next try is in %d s"
                                .formatted(names.place(), trial, TRIALS, betweenTrials.toSeconds()));
                pause(betweenTrials);
            }
        }
        try {
            return admitted();
        } catch (RemoteException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "no name server at %s after %d tries: start it (just-hungry nameserver), or name another with --nameserver HOST:PORT"
                            .formatted(names.place(), TRIALS));
        }
    }

    /** The lease of a process of the same name that was killed has to end first. */
    private Listing admitted() throws RemoteException, CannotStartException, InterruptedException {
        long giveUp = System.nanoTime() + Directory.LEASE.plus(RENEWAL).toNanos();
        while (true) {
            try {
                return names.register(registration);
            } catch (RegistrationRefusedException e) {
                if (System.nanoTime() > giveUp) {
                    throw new CannotStartException(
                            ExitCode.UNAVAILABLE,
                            "the name server does not take this front end: %s".formatted(e.getMessage()));
                }
                pause(RENEWAL);
            }
        }
    }

    private void renew() {
        try {
            while (!pause(RENEWAL)) {
                renewOnce();
            }
        } catch (InterruptedException e) {
            // The front end ends.
        }
    }

    private void renewOnce() {
        try {
            listings.accept(names.register(registration));
            news("the name server answers");
        } catch (RemoteException e) {
            news(
                    "the name server at %s cannot be reached; requests go on, but no new primary can be made: start it again"
                            .formatted(names.place()));
        } catch (RegistrationRefusedException e) {
            news("the name server does not take this front end any more: " + e.getMessage());
        }
    }

    /** Logs a change of state, once; that all is well is none at first. */
    private void news(String what) {
        if (!what.equals(lastNews) && !(lastNews.isEmpty() && what.endsWith("answers"))) {
            LOG.log(Level.INFO, what);
        }
        lastNews = what;
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
            leaving.join(LEAVING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            names.leave(registration);
        } catch (RemoteException e) {
            // The lease ends by itself.
        }
    }
}
