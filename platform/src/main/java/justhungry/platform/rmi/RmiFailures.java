package justhungry.platform.rmi;

import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.ServerException;
import java.rmi.UnknownHostException;
import java.rmi.UnmarshalException;
import java.util.Objects;
import java.util.stream.Stream;

/** The conclusions from a failed call about its execution. */
public final class RmiFailures {
    private static final int MAX_CAUSES = 32;

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

    /** Whether the other process is well, but could not read the arguments: those of a newer version, for example. */
    public static boolean notUnderstood(Exception failure) {
        return failure instanceof ServerException && failure.getCause() instanceof UnmarshalException;
    }

    /** The failure at the bottom of its causes. Those that another process has sent may be endless. */
    public static Throwable rootOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MAX_CAUSES)
                .reduce(failure, (above, cause) -> cause);
    }

    /** Whether the connection was refused: nothing listens at the port any more. */
    public static boolean isRefused(Exception failure) {
        return failure instanceof ConnectException;
    }
}
