package justhungry.api;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** What a front end calls: only the primary answers, the others say {@code NotPrimary}. */
public interface Backend extends Remote {
    /** Carries the requests out, in no promised order, and answers when the last of them is settled. */
    Batch.Replies submit(Batch batch) throws RemoteException;
}
