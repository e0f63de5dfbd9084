package justhungry.platform.rmi;

import java.io.ObjectInputFilter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The RMI settings of a whole process. RMI reads most of them once: {@link #configure} comes first in {@code main}. */
public final class RmiProcess {
    /** The host name of a process that advertises none: it is reached from this machine only. */
    public static final String LOOPBACK = "127.0.0.1";

    /** A client sends its first bytes as soon as it is connected. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private RmiProcess() {}

    /**
     * Bounds every call and handshake, sets the name that stubs advertise, and filters everything that is deserialised.
     *
     * @param host the name or address under which others reach this process
     * @param callTimeout the hard limit of every call that this process makes
     * @throws UnknownHostException when the host has no address, or none of this machine, or one that others would take for
     *     their own machine
     */
    public static void configure(String host, Duration callTimeout) throws UnknownHostException {
        requireReachable(host);
        set("java.rmi.server.hostname", host);
        set("java.rmi.server.useCodebaseOnly", "true");
        set("sun.rmi.transport.tcp.responseTimeout", callTimeout.toMillis());
        set("sun.rmi.transport.tcp.handshakeTimeout", 1_000);
        set("sun.rmi.transport.tcp.readTimeout", 30_000);
        set("sun.rmi.transport.connectionTimeout", 5_000);
        set("sun.rmi.registry.registryFilter", WireFilter.forRegistry());
        ObjectInputFilter.Config.setSerialFilter(WireFilter.forExport());
    }

    private static void requireReachable(String host) throws UnknownHostException {
        if (host.isBlank()) {
            throw new UnknownHostException("it is empty");
        }
        var addresses = List.of(InetAddress.getAllByName(host));
        if (addresses.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
            throw new UnknownHostException(host + " is a wildcard and cannot be used as an address");
        }
        if (addresses.stream().noneMatch(RmiProcess::isOfThisMachine)) {
            throw new UnknownHostException(host + " is not an address of this machine");
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return true; // The system does not say. Nothing is refused without need.
        }
    }

    /** The server sockets for a host: a loopback host listens at its address only, any other at every address. */
    public static CappedServerSockets serverSockets(String host) throws UnknownHostException {
        var address = InetAddress.getByName(host);
        return new CappedServerSockets(bindAddress(address), 1_000, 600, PATIENCE);
    }

    /** The RMI registry at that host and port. Nothing is called yet. */
    public static Registry registry(String host, int port) throws RemoteException {
        return LocateRegistry.getRegistry(host, port, new Lane("nameserver", "registry"));
    }

    private static @Nullable InetAddress bindAddress(InetAddress address) {
        return address.isLoopbackAddress() ? address : null;
    }

    private static void set(String property, Object value) {
        System.setProperty(property, value.toString());
    }
}
