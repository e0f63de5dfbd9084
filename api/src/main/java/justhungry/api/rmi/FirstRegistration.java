package justhungry.api.rmi;

import java.rmi.RemoteException;
import java.time.Duration;
import java.util.function.Consumer;
import justhungry.api.Directory;
import justhungry.api.Listing;
import justhungry.api.Registration;
import justhungry.api.RegistrationRefusedException;
import justhungry.api.process.CannotStartException;
import justhungry.api.process.ExitCode;

/**
 * The registration with which a process begins: it waits for a name server that is not there yet, and for the lease of a
 * dead process of the same name to end.
 *
 * @param tries to reach the name server, at least 1
 * @param pause between two of them
 * @param talk told what is waited for, in one line
 */
public record FirstRegistration(int tries, Duration pause, Consumer<String> talk) {
    /** The project's own patience: 5 tries, 10 s apart. */
    public FirstRegistration(Consumer<String> talk) {
        this(5, Duration.ofSeconds(10), talk);
    }

    /**
     * Registers.
     *
     * @throws CannotStartException when the tries are used up, or the directory goes on refusing
     * @throws InterruptedException when the process is to end
     */
    public Listing of(Registration registration, NameServer nameServer)
            throws CannotStartException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return outlastLease(registration, nameServer);
            } catch (RemoteException e) {
                var missing = "no name server answers at %s".formatted(nameServer.address());
                if (attempt == tries) {
                    throw new CannotStartException(
                            ExitCode.UNAVAILABLE,
                            "%s, after %d tries: start one (just-hungry nameserver), or name another with --nameserver HOST:PORT"
                                    .formatted(missing, tries));
                }
                talk.accept(
                        "%s; try %d of %d, the next one in %d s".formatted(missing, attempt, tries, pause.toSeconds()));
                Thread.sleep(pause.toMillis());
            }
        }
    }

    /** A refusal may come from the lease of a process that was killed a moment ago; such a lease ends soon. */
    private Listing outlastLease(Registration registration, NameServer nameServer)
            throws RemoteException, CannotStartException, InterruptedException {
        long deadlineNanos = System.nanoTime() + Directory.LEASE.multipliedBy(2).toNanos();
        while (true) {
            try {
                return nameServer.register(registration);
            } catch (RegistrationRefusedException e) {
                if (System.nanoTime() > deadlineNanos) {
                    throw new CannotStartException(ExitCode.UNAVAILABLE, e.getMessage());
                }
                Thread.sleep(Directory.LEASE.dividedBy(6).toMillis());
            }
        }
    }
}
