package justhungry.cli.fake;

import java.io.IOException;
import java.net.ServerSocket;
import java.rmi.MarshalledObject;
import java.rmi.registry.LocateRegistry;
import java.rmi.registry.Registry;
import java.rmi.server.RMIServerSocketFactory;
import java.rmi.server.UnicastRemoteObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import justhungry.api.Directory;
import justhungry.api.Frontend;
import justhungry.api.Listing;
import justhungry.api.Registration;
import justhungry.api.Registration.FrontendRegistration;
import justhungry.api.View;
import justhungry.api.rmi.Exported;
import justhungry.api.rmi.Lane;
import justhungry.api.rmi.RmiProcess;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeShop;

/** A real RMI registry with a real directory that names one remote front end: a {@link FakeFrontend}. */
public final class FakeCluster implements AutoCloseable {
    private final Registry registry;
    private final Exported<Directory> directory;
    private final Exported<Frontend> frontend;
    private final int port;

    /** @param wantedPort of the registry; 0 for a free one */
    public FakeCluster(FakeFrontend target, int wantedPort) throws IOException {
        var chosen = new AtomicInteger();
        RMIServerSocketFactory sockets = at -> {
            ServerSocket socket = RmiProcess.serverSockets(RmiProcess.LOOPBACK).createServerSocket(at);
            chosen.set(socket.getLocalPort());
            return socket;
        };
        registry = LocateRegistry.createRegistry(wantedPort, null, sockets);
        port = chosen.get();
        frontend = Exported.export(target, RmiProcess.LOOPBACK, 0, new Lane("frontend1", "orders"));
        var registration =
                new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(frontend.stub()));
        directory = Exported.export(
                new OneFrontend(registration), RmiProcess.LOOPBACK, 0, new Lane("nameserver", "directory"));
        registry.rebind(Directory.NAME, directory.stub());
    }

    /** Serves until it is ended; the argument is the registry's port. To look at the terminal with. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RmiProcess.configure(RmiProcess.LOOPBACK, Duration.ofSeconds(15));
        try (var cluster = new FakeCluster(new FakeFrontend(new FakeShop()), Integer.parseInt(arguments[0]))) {
            System.out.println("ready at " + cluster.address());
            new CountDownLatch(1).await();
        }
    }

    /** The name server's address, for {@code --nameserver}. */
    public String address() {
        return RmiProcess.LOOPBACK + ":" + port;
    }

    @Override
    public void close() throws IOException {
        frontend.close();
        directory.close();
        UnicastRemoteObject.unexportObject(registry, true);
    }

    private record OneFrontend(FrontendRegistration registration) implements Directory {
        @Override
        public Listing register(Registration any) {
            return look();
        }

        @Override
        public void leave(Registration any) {}

        @Override
        public Listing look() {
            return new Listing(new UUID(1, 1), View.NONE, List.of(), List.of(registration));
        }
    }
}
