package justhungry.benchmarks.bare;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What the bare front end calls at the bare primary. */
interface Calls extends Remote {
    /** Answers each message, when the last of them is stored. */
    byte[][] carry(byte[][] messages) throws RemoteException;
}
