package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** The remote interface of a bare replica. */
interface BareStorage extends Remote {
    /** Stores the bytes; returns when they are durable, if this storage is. */
    void append(byte[] entry) throws RemoteException;
}
