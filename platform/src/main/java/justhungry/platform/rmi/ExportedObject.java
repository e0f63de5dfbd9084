package justhungry.platform.rmi;

import java.net.UnknownHostException;
import java.rmi.NoSuchObjectException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.server.UnicastRemoteObject;

/**
 * A remote object that is exported for as long as this is referred to: keep it in a field, or RMI's distributed
 * garbage collector takes the object away.
 *
 * @param target the object
 * @param stub the stub that others call
 */
public record ExportedObject<T extends Remote>(T target, T stub) implements AutoCloseable {
    /**
     * Exports an object with the wire's filter and this project's sockets.
     *
     * @param host under which this process is reached
     * @param port to listen at; 0 for a free one
     * @param lane the connections that callers make
     */
    public static <T extends Remote> ExportedObject<T> export(T target, String host, int port, Lane lane)
            throws RemoteException, UnknownHostException {
        @SuppressWarnings("unchecked") // a stub implements its target's remote interfaces
        var stub = (T) UnicastRemoteObject.exportObject(
                target, port, lane, RmiProcess.serverSockets(host), WireFilter.forExport());
        return new ExportedObject<>(target, stub);
    }

    /** Ends the export; calls under way are cut off. */
    @Override
    public void close() {
        try {
            UnicastRemoteObject.unexportObject(target, true);
        } catch (NoSuchObjectException e) {
            // It was not exported any more: that is what was wanted.
        }
    }
}
