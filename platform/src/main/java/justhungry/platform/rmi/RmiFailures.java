package justhungry.platform.rmi;

import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.UnknownHostException;

/** The conclusions from a failed call about its execution. */
public final class RmiFailures {
    private RmiFailures() {}

    /** Whether the call was certainly not executed. After any other failure it may or may not have been. */
    public static boolean notExecuted(RemoteException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectIOException
                || failure instanceof UnknownHostException
                || failure instanceof NoSuchObjectException;
    }

    /** Whether the process has ended: nothing listens at its port any more, or another process that does not know the object. */
    public static boolean processEnded(RemoteException failure) {
        return isRefused(failure) || failure instanceof NoSuchObjectException;
    }

    /** Whether the connection was refused: nothing listens at the port any more. */
    public static boolean isRefused(Exception failure) {
        return failure instanceof ConnectException;
    }
}
