package justhungry.frontend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.frontend.failover.FailoverTimeouts;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestRoute;
import justhungry.frontend.forwarding.StubCache;
import org.junit.jupiter.api.Test;

class FailoverThreadTest {
    private static final Member SERVER1 = new Member("server1", new UUID(0, 1));
    private static final Member SERVER2 = new Member("server2", new UUID(0, 2));
    private static final View VIEW = new View(5, SERVER1, List.of(SERVER1, SERVER2));

    private final CurrentRoute route = new CurrentRoute();
    private final StubCache stubs = new StubCache();

    @Test
    void whatHasComeIsHandledBeforeATickThatIsDue() throws IOException, InterruptedException {
        try (var control = new ControlClient(new NameServerClient(NameServerAddress.parse("127.0.0.1:1")), stubs);
                var failover = new FailoverThread(FailoverTimeouts.DEFAULTS, stubs, control, route, reason -> {})) {
            failover.onListing(new DirectoryListing(new UUID(7, 7), VIEW, List.of(registered()), List.of()));

            failover.step(); // The first tick is due since the thread was made.

            assertThat(route.route()).isEqualTo(new RequestRoute.Searching(VIEW));
        }
    }

    private static BackendRegistration registered() throws IOException {
        return new BackendRegistration(
                SERVER1,
                new UUID(0, 11),
                BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null));
    }
}
