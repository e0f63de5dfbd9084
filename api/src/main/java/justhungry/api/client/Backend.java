package justhungry.api.client;

import java.rmi.Remote;
import java.rmi.RemoteException;

/** The remote interface that front ends call: only the primary answers, the others reply {@code NotPrimary}. */
public interface Backend extends Remote {
    /** Carries out the requests, in no promised order, and answers when all of them are complete. */
    Batch.Replies submit(Batch batch) throws RemoteException;

    /** As {@link #submit} with one request, whose way is recorded: it costs others nothing. */
    PrimaryTrace submitTraced(Envelope request) throws RemoteException;
}
