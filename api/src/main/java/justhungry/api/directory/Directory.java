package justhungry.api.directory;

import java.rmi.Remote;
import java.rmi.RemoteException;
import java.time.Duration;

/** The directory of running processes. A registration is a lease: it ends when it is not renewed in time. */
public interface Directory extends Remote {
    /** The name under which the directory is bound in the RMI registry. */
    String NAME = "directory";

    /** The duration of a registration. Renew it at least three times as often. */
    Duration LEASE = Duration.ofSeconds(3);

    /**
     * Registers a process, or renews its lease, from any host.
     *
     * @throws RegistrationRefusedException when another living process has the name, or the back end belongs to another
     *     cluster
     * @throws StaleCopyException when the data of the back end are older than they were when it was last here
     */
    DirectoryListing register(Registration registration) throws RemoteException, RegistrationRefusedException;

    /** Ends a registration before its lease does. Nothing happens when {@code registration} does not hold the name. */
    void leave(Registration registration) throws RemoteException;

    DirectoryListing listing() throws RemoteException;
}
