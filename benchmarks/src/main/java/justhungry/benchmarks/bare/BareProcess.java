package justhungry.benchmarks.bare;

import java.io.IOException;
import java.lang.ref.Reference;
import java.net.ServerSocket;
import java.rmi.NotBoundException;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.server.UnicastRemoteObject;
import java.util.List;

/**
 * One process of the bare chain: {@code replica PLACE}, {@code primary PLACE REPLICA REPLICA ENTRY-BYTES UPDATE-BYTES
 * UPDATE-PATH} or {@code frontend PRIMARY}. A place is a file or {@code memory}; another process is named by the port of its
 * registry, which each prints when it is ready.
 */
public final class BareProcess {
    /** The name under which the process's object is bound in its registry. */
    public static final String NAME = "bare";

    private static final String HOST = "127.0.0.1";

    private BareProcess() {}

    public static void main(String[] args) throws Exception {
        System.setProperty("java.rmi.server.hostname", HOST);
        var object = object(List.of(args));
        try {
            int port = freePort();
            LocateRegistry.createRegistry(port).bind(NAME, UnicastRemoteObject.exportObject(object, 0));
            System.out.println("ready " + port);
            Thread.currentThread().join();
        } finally {
            Reference.reachabilityFence(object); // RMI's garbage collector takes unreferenced objects.
        }
    }

    /** The object of the process whose registry has that port. */
    public static Remote resolve(int port) throws RemoteException, NotBoundException {
        return LocateRegistry.getRegistry(HOST, port).lookup(NAME);
    }

    private static Remote object(List<String> args) throws Exception {
        return switch (args.get(0)) {
            case "replica" -> StoredFile.at(args.get(1));
            case "primary" ->
                new BarePrimary(
                        StoredFile.at(args.get(1)),
                        List.of((BareStorage) resolve(Integer.parseInt(args.get(2))), (BareStorage)
                                resolve(Integer.parseInt(args.get(3)))),
                        Integer.parseInt(args.get(4)),
                        Integer.parseInt(args.get(5)),
                        UpdatePath.valueOf(args.get(6)));
            case "frontend" -> new BareFrontend((PrimaryCall) resolve(Integer.parseInt(args.get(1))));
            default -> throw new IllegalArgumentException("no such part of the bare chain: " + args.get(0));
        };
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
