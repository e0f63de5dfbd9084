package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What a client calls at the bare front end. */
public interface Call extends Remote {
    /** Carries one message to the primary and brings its reply. */
    byte[] carry(byte[] message) throws RemoteException;
}
