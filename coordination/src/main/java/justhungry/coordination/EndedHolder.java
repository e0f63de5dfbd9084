package justhungry.coordination;

import java.io.IOException;
import java.rmi.RemoteException;
import justhungry.api.directory.Directory;
import justhungry.api.directory.Registration;
import justhungry.platform.rmi.RmiFailures;

/**
 * A process that was killed, and whose lease still holds a name that another process wants. It is called at its own address:
 * a refused connection means that it has ended. One that is stopped, or cut off, keeps its lease.
 */
final class EndedHolder {
    private EndedHolder() {}

    /** Ends the lease of whoever holds the name, if that process has ended; returns whether it has. */
    static boolean endLease(Directory directory, String name) throws RemoteException {
        var listing = directory.listing();
        boolean ended = false;
        for (var backend : listing.backends()) {
            ended |= endLease(
                    directory, name, backend, () -> backend.control().get().status());
        }
        for (var frontend : listing.frontends()) {
            ended |= endLease(
                    directory, name, frontend, () -> frontend.frontend().get().status());
        }
        return ended;
    }

    private static boolean endLease(Directory directory, String name, Registration holder, HolderCall call)
            throws RemoteException {
        if (holder.name().equals(name) && hasEnded(call)) {
            directory.leave(holder);
            return true;
        }
        return false;
    }

    private static boolean hasEnded(HolderCall call) {
        try {
            call.make();
            return false;
        } catch (RemoteException e) {
            return RmiFailures.processEnded(e);
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return false; // It answers, or its stub is of no use: the lease tells.
        }
    }

    private interface HolderCall {
        Object make() throws IOException, ClassNotFoundException;
    }
}
