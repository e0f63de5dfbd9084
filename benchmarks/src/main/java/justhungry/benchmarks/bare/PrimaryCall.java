package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** The remote interface of the bare primary. */
interface PrimaryCall extends Remote {
    /** Answers each message, when the last of them is stored. */
    byte[][] carry(byte[][] messages) throws RemoteException;
}
