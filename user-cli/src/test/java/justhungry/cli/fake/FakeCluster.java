package justhungry.cli.fake;

import java.io.IOException;
import java.rmi.AlreadyBoundException;
import java.rmi.MarshalledObject;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import justhungry.api.client.Frontend;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeNameServer;
import justhungry.fixtures.FakeShop;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;

/** A name server in a real registry that names one remote front end: a {@link FakeFrontend}. */
public final class FakeCluster implements AutoCloseable {
    private final FakeNameServer nameServer = new FakeNameServer();
    private final ExportedObject<Frontend> frontend;

    public FakeCluster(FakeFrontend target) throws IOException, AlreadyBoundException {
        frontend = ExportedObject.export(target, RmiProcess.LOOPBACK, 0, new Lane("frontend1", "orders"));
        nameServer.add(
                new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(frontend.stub())));
    }

    /** Serves until it is ended. To look at the terminal with. */
    public static void main(String[] arguments) throws IOException, AlreadyBoundException, InterruptedException {
        TestRmi.configure(RmiProcess::configure);
        try (var cluster = new FakeCluster(new FakeFrontend(new FakeShop()))) {
            System.out.println("ready at " + cluster.address());
            new CountDownLatch(1).await();
        }
    }

    /** The name server's address, for {@code --nameserver}. */
    public String address() {
        return nameServer.address().toString();
    }

    @Override
    public void close() throws IOException {
        frontend.close();
        nameServer.close();
    }
}
