package justhungry.api.replication;

import java.rmi.Remote;
import java.rmi.RemoteException;
import justhungry.api.cluster.View;

/** The remote interface for a back end's status and view, on connections of its own: it never queues behind requests. */
public interface BackendControl extends Remote {
    BackendStatus status() throws RemoteException;

    /**
     * Tells the back end of a view that the register has accepted. It believes the register only, and asks it when the view
     * is newer than the one that it knows. Returns when it has the register's answer.
     */
    void adopt(View view) throws RemoteException;
}
