package justhungry.cli.request;

import java.rmi.RemoteException;
import justhungry.api.Frontend;

/** A front end that may be called. Two links to the same process are the same object. */
public interface FrontendLink {
    String name();

    /**
     * The front end itself. Nothing is asked of it yet, but its host is called.
     *
     * @throws RemoteException when it is not there
     */
    Frontend connect() throws RemoteException;
}
