package justhungry.api.rmi;

import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.UnknownHostException;

/** What a failed call says about its execution. */
public final class Failures {
    private Failures() {}

    /** Whether the call was certainly not executed. After any other failure it may or may not have been. */
    public static boolean notExecuted(RemoteException failure) {
        return failure instanceof ConnectException
                || failure instanceof ConnectIOException
                || failure instanceof UnknownHostException
                || failure instanceof NoSuchObjectException;
    }

    /** Whether nobody listens any more where the process was: it has ended. */
    public static boolean processEnded(RemoteException failure) {
        return failure instanceof ConnectException || failure instanceof NoSuchObjectException;
    }
}
