package justhungry.api.client;

import java.rmi.Remote;
import java.rmi.RemoteException;
import java.time.Duration;

/** The remote interface that clients call. A front end has no state of its own: any of them will do. */
public interface Frontend extends Remote {
    /** The longest time from the arrival of a request at a front end to its reply. */
    Duration REQUEST_TIMEOUT = Duration.ofSeconds(8);

    /**
     * Carries out a request. An update takes effect at most once for its id, at whichever front end it arrives.
     *
     * @return {@code Answered}, {@code Unexecuted} or {@code OutcomeUnknown}, within 10 s
     */
    Reply submit(Envelope request) throws RemoteException;

    FrontendStatus status() throws RemoteException;
}
