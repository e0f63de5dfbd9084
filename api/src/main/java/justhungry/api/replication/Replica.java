package justhungry.api.replication;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** The remote interface that the primary calls at every other back end. */
public interface Replica extends Remote {
    AppendAnswer append(Append append) throws RemoteException;

    AppendAnswer install(SnapshotPiece piece) throws RemoteException;
}
