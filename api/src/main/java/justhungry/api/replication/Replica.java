package justhungry.api.replication;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** The remote interface that the primary calls at every other back end. */
public interface Replica extends Remote {
    AppendResponse append(Append append) throws RemoteException;

    AppendResponse install(SnapshotChunk piece) throws RemoteException;
}
