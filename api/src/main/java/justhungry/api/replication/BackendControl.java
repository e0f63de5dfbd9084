package justhungry.api.replication;

import java.rmi.Remote;
import java.rmi.RemoteException;
import justhungry.api.cluster.View;

/** The remote interface for a back end's status and view, on connections of its own: it never queues behind requests. */
public interface BackendControl extends Remote {
    BackendStatus status() throws RemoteException;

    /** Hands the back end a view that the register has accepted. One older than the view that it knows changes nothing. */
    void adopt(View view) throws RemoteException;
}
