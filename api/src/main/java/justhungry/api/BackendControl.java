package justhungry.api;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What is asked of a back end beside the requests, on connections of its own, so that it never queues behind them. */
public interface BackendControl extends Remote {
    BackendStatus status() throws RemoteException;

    /** Tells the back end a view that the register has accepted. An older one than it knows changes nothing. */
    void adopt(View view) throws RemoteException;
}
