package justhungry.frontend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.rmi.ConnectException;
import java.rmi.MarshalledObject;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.coordination.NameServerAddress;
import justhungry.coordination.NameServerClient;
import justhungry.frontend.failover.FailoverTimeouts;
import justhungry.frontend.forwarding.CurrentRoute;
import justhungry.frontend.forwarding.RequestForwarder;
import justhungry.frontend.forwarding.RequestRoute;
import justhungry.frontend.forwarding.StubCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A failover thread whose steps the test takes; the primary of two views is the same process. */
@Timeout(60)
class FailoverThreadTest {
    private static final Member PRIMARY = new Member("routed1", new UUID(0, 1));
    private static final Member REPLICA = new Member("routed2", new UUID(0, 2));
    private static final View VIEW = new View(5, PRIMARY, List.of(PRIMARY, REPLICA));
    private static final View NEXT = VIEW.next(PRIMARY, List.of(PRIMARY));

    /** More than the events of one failed request and of the heartbeats meanwhile. */
    private static final int STEPS = 6;

    private final CurrentRoute route = new CurrentRoute();
    private final StubCache stubs = new StubCache();
    private final ControlClient control =
            new ControlClient(new NameServerClient(NameServerAddress.parse("127.0.0.1:1")), stubs);
    private final FailoverThread failover = new FailoverThread(
            new FailoverTimeouts(Duration.ofHours(1), Duration.ofMillis(400), Duration.ofHours(1), Duration.ofHours(1)),
            stubs,
            control,
            route,
            reason -> {});

    private RequestRoute earlier;

    @BeforeEach
    void openARouteAndThenAnother() throws IOException, InterruptedException {
        earlier = opened(VIEW);
        assertThat(opened(NEXT)).isNotSameAs(earlier);
    }

    @AfterEach
    void close() {
        failover.close();
        control.close();
    }

    @Test
    void whatComesLateOfAnEarlierRouteSaysNothingOfTheOpenOne() throws InterruptedException {
        failARequestOn(earlier);
        for (int i = 0; i < STEPS; i++) {
            failover.step();
        }

        assertThat(route.route().view()).isEqualTo(NEXT);
        assertThat(route.route().isOpen()).isTrue();
    }

    @Test
    void whatFailsOnTheOpenRouteBeginsASearch() throws InterruptedException {
        failARequestOn(route.route());
        for (int i = 0; i < STEPS && route.route().isOpen(); i++) {
            failover.step();
        }

        assertThat(route.route()).isEqualTo(new RequestRoute.Searching(NEXT));
    }

    @Test
    void whatHasComeIsHandledBeforeATickThatIsDue() throws IOException, InterruptedException {
        var fresh = new CurrentRoute();
        try (var thread = new FailoverThread(FailoverTimeouts.DEFAULTS, stubs, control, fresh, reason -> {})) {
            thread.onListing(listing(VIEW));

            thread.step(); // Its first tick is due since it was made.

            assertThat(fresh.route()).isEqualTo(new RequestRoute.Searching(VIEW));
        }
    }

    /** The route of a view; the name server does not answer, so it stays. */
    private RequestRoute opened(View view) throws IOException, InterruptedException {
        failover.onListing(listing(view));
        while (!route.route().isOpen() || !route.route().view().equals(view)) {
            failover.step();
        }
        return route.route();
    }

    /** Sends a request, as a sender does that has taken this route. */
    private static void failARequestOn(RequestRoute taken) {
        var fixed = new CurrentRoute();
        fixed.changeTo(taken);
        var request =
                new Envelope(new RequestId(new ClientId(0, 1), 1), 0, new UserId(0, 1), new Request.ListProducts());
        new RequestForwarder(fixed).forward(request, Duration.ofMillis(1));
    }

    private static DirectoryListing listing(View view) throws IOException {
        return new DirectoryListing(new UUID(7, 7), view, List.of(registered()), List.of());
    }

    private static BackendRegistration registered() throws IOException {
        return new BackendRegistration(
                PRIMARY,
                new UUID(0, 11),
                BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                new MarshalledObject<>(new EndedBackend()),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null));
    }

    /** The stub of a process that has ended. */
    private static final class EndedBackend implements Backend, Serializable {
        private static final long serialVersionUID = 1;

        @Override
        public Batch.Replies submit(Batch batch) throws RemoteException {
            throw new ConnectException("refused");
        }

        @Override
        public PrimaryTrace submitTraced(Envelope envelope) throws RemoteException {
            throw new ConnectException("refused");
        }
    }
}
