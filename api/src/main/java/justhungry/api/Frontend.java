package justhungry.api;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What a client calls. A front end has no state of its own: any one of them will do. */
public interface Frontend extends Remote {
    /**
     * Carries a request out. An update takes effect at most once for its id, at whichever front end it arrives.
     *
     * @return {@code Answered}, {@code NotExecuted} or {@code OutcomeUnknown}, within 10 s
     */
    Reply submit(Envelope request) throws RemoteException;

    FrontendStatus status() throws RemoteException;
}
