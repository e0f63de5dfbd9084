package justhungry.coordination;

import java.net.InetAddress;
import java.net.UnknownHostException;
import justhungry.platform.rmi.RmiProcess;
import org.jspecify.annotations.Nullable;

/** The host name that a process's stubs carry: others call it there, from wherever they are. */
public final class AdvertisedHost {
    private AdvertisedHost() {}

    /**
     * The host of a process that registers with a name server: the one on the command line, else this machine alone.
     *
     * @throws IllegalArgumentException when the name server is elsewhere, and others would look for the process on their
     *     own machines
     */
    public static String forProcess(@Nullable String named, NameServerAddress nameServer) {
        var host = named == null ? RmiProcess.LOOPBACK : named;
        if (isLoopback(host) && !isLoopback(nameServer.host())) {
            throw new IllegalArgumentException(
                    "the name server %s is on another machine, which cannot reach this process at %s: add --host HOST, the name or address under which other machines reach this one"
                            .formatted(nameServer, host));
        }
        return host;
    }

    /** A name that cannot be resolved here is not a loopback name. */
    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
