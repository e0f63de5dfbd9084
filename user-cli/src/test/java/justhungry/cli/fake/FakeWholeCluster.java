package justhungry.cli.fake;

import java.io.IOException;
import java.rmi.AlreadyBoundException;
import java.rmi.MarshalledObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import justhungry.api.client.Frontend;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.coordination.NameServerAddress;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeNameServer;
import justhungry.fixtures.FakeShop;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;

/** A cluster whose status is that of one that takes orders: a name server, {@code server1}, {@code server2}, a front end. */
public final class FakeWholeCluster implements AutoCloseable {
    private final FakeNameServer nameServer = new FakeNameServer();
    private final List<ExportedObject<?>> exported = new ArrayList<>();

    public FakeWholeCluster() throws IOException, AlreadyBoundException {
        var primary = new Member("server1", UUID.randomUUID());
        var replica = new Member("server2", UUID.randomUUID());
        var view = new View(1, primary, List.of(primary, replica));
        nameServer.moveTo(view);
        addBackend(primary, BackendRole.PRIMARY, view);
        addBackend(replica, BackendRole.REPLICA, view);
        var target = new FakeFrontend(new FakeShop());
        target.setStatus(view, true);
        ExportedObject<Frontend> frontend =
                ExportedObject.export(target, RmiProcess.LOOPBACK, 0, new Lane("frontend1", "orders"));
        exported.add(frontend);
        nameServer.add(
                new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(frontend.stub())));
    }

    private void addBackend(Member member, BackendRole role, View view) throws IOException {
        var status = new BackendStatus(member, role, 1, 1, 1, 1, 1, view, 0);
        ExportedObject<BackendControl> control = ExportedObject.export(
                new FixedStatus(status), RmiProcess.LOOPBACK, 0, new Lane(member.name(), "control"));
        exported.add(control);
        nameServer.add(new BackendRegistration(
                member,
                UUID.randomUUID(),
                BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                new MarshalledObject<>(control.stub())));
    }

    public NameServerAddress address() {
        return nameServer.address();
    }

    /** From now on it is silent to those who ask for its listing, until a future is completed. */
    public void silenceNameServer(CompletableFuture<?> end) {
        nameServer.beforeListing(end::join);
    }

    @Override
    public void close() throws IOException {
        exported.forEach(ExportedObject::close);
        nameServer.close();
    }

    /** A back end that never changes. */
    private record FixedStatus(BackendStatus status) implements BackendControl {
        @Override
        public void adopt(View view) {
            throw new UnsupportedOperationException("no test tells a fake back end of a view");
        }
    }
}
