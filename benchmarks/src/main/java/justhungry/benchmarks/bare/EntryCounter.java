package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** A remote object that counts the stored entries. */
public interface EntryCounter extends Remote {
    /** The number of entries stored since the start: each was synced three times, if the chain is durable. */
    long storedEntries() throws RemoteException;
}
