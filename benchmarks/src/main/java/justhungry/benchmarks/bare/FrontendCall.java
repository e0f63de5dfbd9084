package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** The remote interface of the bare front end. */
public interface FrontendCall extends Remote {
    /** Carries one message to the primary and returns its reply. */
    byte[] carry(byte[] message) throws RemoteException;
}
