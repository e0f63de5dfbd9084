package justhungry.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Serializable;
import java.net.UnknownHostException;
import java.rmi.AlreadyBoundException;
import java.rmi.MarshalledObject;
import java.rmi.RemoteException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import justhungry.api.client.Frontend;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.coordination.NameServerAddress;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeNameServer;
import justhungry.fixtures.FakeShop;
import justhungry.platform.rmi.ExportedObject;
import justhungry.platform.rmi.Lane;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts about front ends in a directory that have not answered a request. */
class DirectoryFrontendsTest {
    private static final Duration NO_PAUSE = Duration.ZERO;

    private final List<String> reasons = new ArrayList<>();
    private final List<ExportedObject<Frontend>> exported = new ArrayList<>();
    private FakeNameServer nameServer;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void startNameServer() throws IOException, AlreadyBoundException {
        nameServer = new FakeNameServer();
    }

    @AfterEach
    void endNameServer() throws IOException {
        exported.forEach(ExportedObject::close);
        nameServer.close();
    }

    @Test
    void oneThatIsNotThereIsOnlyKnown() throws IOException {
        var gone = export(new FakeFrontend(new FakeShop()));
        register("frontend1", new MarshalledObject<>(gone.stub()));
        gone.close();

        assertThat(unreachable())
                .isEqualTo(
                        "No front end answers, after 2 attempts: the name server at %s lists frontend1, which cannot be reached."
                                        .formatted(nameServer.address())
                                + " To see what is running: just-hungry status");
    }

    /** It answers, so there is a cluster; {@code up} would start another one. */
    @Test
    void whenTheNameServerKnowsNone_thenAFrontEndIsToBeStarted() {
        assertThat(unreachable())
                .isEqualTo(("No front end answers, after 2 attempts: the name server at %1$s lists no front end."
                                + " Start a front end with: just-hungry frontend --nameserver %1$s"
                                + " (if you started the cluster with just-hungry up: just-hungry restart frontend1)")
                        .formatted(nameServer.address()));
    }

    @Test
    void whenNothingListensWhereTheNameServerShouldBe_thenAClusterIsToBeStarted() throws Exception {
        nameServer.stop();

        var message = unreachable();

        nameServer.start(); // for its end
        assertThat(message)
                .contains("nothing listens at " + nameServer.address())
                .endsWith("; to start a cluster: just-hungry up");
    }

    @Test
    void aNameServerThatWasRestartedIsFoundAtOnce() throws Exception {
        var frontends = new DirectoryFrontends(nameServer.address());
        frontends.locate();
        nameServer.stop();
        nameServer.start();
        register("frontend1", of("a text"));

        assertThat(frontends.locate()).hasSize(1);
        assertThat(frontends.lastResult().finding())
                .isEqualTo("the name server at %s lists frontend1, which cannot be reached"
                        .formatted(nameServer.address()));
    }

    @Test
    void oneThatFailsIsNamed_withWhatToDo() throws IOException {
        var failing = new FakeFrontend(new FakeShop());
        failing.beforeEach(() -> {
            throw new IllegalStateException("a broken invariant");
        });
        register("frontend1", new MarshalledObject<>(export(failing).stub()));

        assertThat(unreachable())
                .isEqualTo(
                        "No answer in 2 attempts: requests to frontend1 failed. Look in its log, then restart it"
                                + " (if you started it with just-hungry up: just-hungry logs frontend1, then just-hungry restart frontend1)");
        assertThat(reasons).containsExactly("requests to frontend1 failed");
    }

    @Test
    void onesThatAreNoFrontEndsAreNamed() throws IOException {
        register("frontend1", of("a text"));
        register("frontend2", of(new UnknownType()));

        assertThat(unreachable())
                .endsWith(": requests to frontend1, frontend2 failed. Look in their logs, then restart them"
                        + " (if you started them with just-hungry up: just-hungry logs)");
    }

    @Test
    void aClusterInTheBackgroundIsFollowedToAnotherPort() throws Exception {
        try (var moved = withAFrontEnd()) {
            var background = new AtomicReference<>(Optional.of(nameServer.address()));
            var frontends = new DirectoryFrontends(nameServer.address(), background::get);
            assertThat(frontends.locate()).isEmpty();

            nameServer.stop();
            background.set(Optional.empty());
            assertThat(frontends.locate()).isEmpty();
            background.set(Optional.of(moved.address()));

            assertThat(frontends.locate()).hasSize(1);
            nameServer.start(); // for its end
        }
    }

    @Test
    void aClusterThatWasFoundElsewhereIsNotLeftForTheOneInTheBackground() throws Exception {
        try (var another = withAFrontEnd()) {
            var background = new AtomicReference<>(Optional.<NameServerAddress>empty());
            var frontends = new DirectoryFrontends(nameServer.address(), background::get);
            frontends.locate();

            background.set(Optional.of(another.address()));

            assertThat(frontends.locate()).isEmpty();
        }
    }

    @Test
    void whereNoClusterWasFound_theOneThatIsStartedInTheBackgroundIsTaken() throws Exception {
        try (var started = withAFrontEnd()) {
            var background = new AtomicReference<>(Optional.<NameServerAddress>empty());
            var frontends = new DirectoryFrontends(NameServerAddress.parse("127.0.0.1:1"), background::get);
            assertThat(frontends.locate()).isEmpty();

            background.set(Optional.of(started.address()));

            assertThat(frontends.locate()).hasSize(1);
        }
    }

    private FakeNameServer withAFrontEnd() throws Exception {
        var other = new FakeNameServer();
        var frontend = export(new FakeFrontend(new FakeShop()));
        other.add(new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(frontend.stub())));
        return other;
    }

    private String unreachable() {
        var retries = new RetryPolicy(1, NO_PAUSE, any -> {}, Duration.ofMinutes(1));
        var session = new Session(
                UserId.of(UUID.randomUUID()), new DirectoryFrontends(nameServer.address()), retries, progress());
        return ((RequestOutcome.Unreachable) session.send(new Request.ListProducts())).message();
    }

    private ProgressListener progress() {
        return new ProgressListener() {
            @Override
            public void onSlowCall(Request request) {}

            @Override
            public void onUncertainOutcome() {}

            @Override
            public void onRetry(int attempt, int attempts, Duration pause, String reason) {
                reasons.add(reason);
            }
        };
    }

    private void register(String name, MarshalledObject<Frontend> stub) {
        nameServer.add(new FrontendRegistration(name, UUID.randomUUID(), stub));
    }

    private ExportedObject<Frontend> export(Frontend frontend) throws RemoteException, UnknownHostException {
        var object = ExportedObject.export(frontend, RmiProcess.LOOPBACK, 0, new Lane("frontend1", "orders"));
        exported.add(object);
        return object;
    }

    /** Something else in the place of a stub. */
    @SuppressWarnings("unchecked")
    private static MarshalledObject<Frontend> of(Object content) throws IOException {
        return (MarshalledObject<Frontend>) (MarshalledObject<?>) new MarshalledObject<>(content);
    }

    /** An object of a class that the wire's filter does not allow. */
    private static final class UnknownType implements Serializable {
        private static final long serialVersionUID = 1;
    }
}
