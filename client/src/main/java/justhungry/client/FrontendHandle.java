package justhungry.client;

import java.rmi.RemoteException;
import justhungry.api.client.Frontend;

/** A handle to a front end. Two links to the same process are the same object. */
public interface FrontendHandle {
    String name();

    /**
     * The front end itself. This connects to its host, and sends no request yet.
     *
     * @throws RemoteException when it cannot be reached, or what it registered is not a front end
     */
    Frontend connect() throws RemoteException;
}
