package justhungry.nameserver;

import java.io.IOException;
import java.net.ServerSocket;
import java.rmi.AlreadyBoundException;
import java.rmi.NoSuchObjectException;
import java.rmi.RemoteException;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.directory.Directory;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.DataDirectory;
import justhungry.platform.process.ExitCode;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiFailures;
import justhungry.platform.rmi.RmiProcess;

/** A running name server: its registry, the objects that are bound there, and its own data directory. */
final class NameServer implements AutoCloseable {
    private final DataDirectory data;
    private final Registry registry;
    private final int port;
    private final ExportedObject<ViewRegister> views;
    private final ExportedObject<Directory> directory;
    private final RegistryMirror mirror;

    private NameServer(NameServerSettings settings, DataDirectory data, FileViewRegister register)
            throws IOException, AlreadyBoundException {
        this.data = data;
        var sockets = new ArrayList<ServerSocket>();
        this.registry = createRegistry(settings, sockets);
        this.port = sockets.get(0).getLocalPort();
        var leases = new LeaseDirectory(register, System::nanoTime);
        this.views = ExportedObject.export(register, settings.host(), 0, new Lane("nameserver", "views"));
        this.directory = ExportedObject.export(leases, settings.host(), 0, new Lane("nameserver", "directory"));
        this.mirror = new RegistryMirror(registry, leases::living);
        registry.bind(ViewRegister.NAME, views.stub());
        registry.bind(Directory.NAME, directory.stub());
        mirror.start();
    }

    /**
     * Starts the name server; when this returns, it can be called.
     *
     * @param lastWords says why the process must end, and ends it
     * @throws CannotStartException when the data directory or the port is in use or unusable
     */
    static NameServer start(NameServerSettings settings, Consumer<String> lastWords)
            throws CannotStartException, IOException {
        var data = DataDirectory.open(settings.data());
        try {
            return new NameServer(settings, data, FileViewRegister.open(data.path(), System::nanoTime, lastWords));
        } catch (AlreadyBoundException e) {
            throw new IllegalStateException("a new registry has names in it", e);
        } catch (RemoteException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "cannot listen on port %d (%s): stop the program that uses it, or choose another with --port N (demo, up: --nameserver-port N; 0: any free port)"
                            .formatted(settings.port(), RmiFailures.rootOf(e).getMessage()));
        }
    }

    /** The port at which the registry listens. */
    int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        mirror.close();
        directory.close();
        views.close();
        try {
            UnicastRemoteObject.unexportObject(registry, true);
        } catch (NoSuchObjectException e) {
            // It was not exported any more: that is what was wanted.
        }
        data.close();
    }

    /** The socket is handed out too, because only it knows which port a 0 became. */
    private static Registry createRegistry(NameServerSettings settings, List<ServerSocket> opened) throws IOException {
        var capped = RmiProcess.serverSockets(settings.host());
        RMIServerSocketFactory sockets = port -> {
            var socket = capped.createServerSocket(port);
            opened.add(socket);
            return socket;
        };
        return LocateRegistry.createRegistry(settings.port(), new Lane("nameserver", "registry"), sockets);
    }
}
