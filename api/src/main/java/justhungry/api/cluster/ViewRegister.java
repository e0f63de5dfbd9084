package justhungry.api.cluster;

import java.rmi.Remote;
import java.rmi.RemoteException;
import java.util.UUID;

/** The register that decides which member is primary, by compare-and-set. Durable before it answers; off a request's path. */
public interface ViewRegister extends Remote {
    /** The name under which the register is bound in the RMI registry. */
    String NAME = "view-register";

    View current() throws RemoteException;

    /**
     * Makes {@code next} the current view if {@code expected} is the current one and {@code next.epoch()} is
     * {@code expected.epoch() + 1}.
     *
     * @return whether {@code next} was accepted. A {@link RemoteException} leaves that open: ask {@link #current}.
     */
    boolean propose(View expected, View next) throws RemoteException;

    /**
     * Makes this register, which has never had a view, that of a cluster whose own register is lost.
     *
     * @param cluster the id of that cluster
     * @param view its next one, of an epoch that the cluster has never had
     * @return whether it was done: not when this register has a view
     */
    boolean rebuild(UUID cluster, View view) throws RemoteException;
}
