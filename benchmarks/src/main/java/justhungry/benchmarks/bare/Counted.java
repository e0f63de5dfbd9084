package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** Tells what was stored. */
public interface Counted extends Remote {
    /** How many entries were stored since the start: each was synced three times, if the chain is durable. */
    long storedEntries() throws RemoteException;
}
