package justhungry.platform.rmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.Serializable;
import java.rmi.MarshalledObject;
import java.rmi.Remote;
import java.rmi.RemoteException;
import java.rmi.ServerException;
import java.rmi.UnmarshalException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.codec.MessageExamples;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.directory.RegistrationRefusedException;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.Replica;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.testing.TestRmi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values that pass over a real RMI call, both ways, and those that do not. */
class WireFilterTest {
    /** A remote object that takes and returns anything, as any method does: types in signatures stop nothing. */
    interface EchoRemote extends Remote {
        Object echo(Object value) throws RemoteException;

        Object make(String what) throws RemoteException, RegistrationRefusedException;
    }

    private final EchoingObject target = new EchoingObject();
    private ExportedObject<EchoRemote> echo;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    @BeforeEach
    void export() throws Exception {
        echo = ExportedObject.export(target, RmiProcess.LOOPBACK, 0, new Lane("echo", "test"));
    }

    @AfterEach
    void close() {
        echo.close();
    }

    @ParameterizedTest
    @MethodSource("justhungry.api.codec.MessageExamples#all")
    void everyRecordPassesBothWays(Serializable value) throws Exception {
        assertThat(echo.stub().echo(value)).usingRecursiveComparison().isEqualTo(value);
    }

    @Test
    void aFullBatchOfFullPagesPasses() throws Exception {
        var replies = generated(Limits.REQUESTS_PER_CALL, WireFilterTest::fullPage);

        var arrived = (Batch.Replies) echo.stub().echo(new Batch.Replies(replies));

        assertThat(arrived.replies()).hasSize(Limits.REQUESTS_PER_CALL);
    }

    @Test
    void registrationsPassAndTheirStubsCanBeCalled() throws Exception {
        try (var stubs = new ExportedStubs()) {
            for (var value : stubs.registrations()) {
                assertThat(echo.stub().echo(value)).isEqualTo(value);
            }
            var listing =
                    (DirectoryListing) echo.stub().echo(stubs.registrations().get(2));
            var server1 = listing.backends().get(0);
            assertThat(server1.backend().get().submit(new Batch(List.of())).replies())
                    .isEmpty();
            assertThat(server1.replica().get().append(MessageExamples.APPEND)).isNotNull();
            assertThat(server1.control().get().status().member()).isEqualTo(MessageExamples.SERVER1);
            assertThat(listing.frontends().get(0).frontend().get().status().name())
                    .isEqualTo("frontend1");
        }
    }

    @Test
    void theExamplesMissNoKindOfMessage() throws Exception {
        try (var stubs = new ExportedStubs()) {
            var examples = Stream.of(MessageExamples.all(), MessageExamples.requests(), stubs.registrations())
                    .flatMap(List::stream)
                    .map(Object::getClass)
                    .toList();
            assertThat(Stream.of(Request.class, Response.class, Reply.class, AppendResponse.class, Registration.class)
                            .flatMap(WireFilterTest::kindsOf))
                    .isSubsetOf(examples);
        }
    }

    @Test
    void aRefusedRegistrationArrivesAsItsException() {
        assertThatThrownBy(() -> echo.stub().make("refusal"))
                .isInstanceOf(RegistrationRefusedException.class)
                .hasMessage("the name is held");
    }

    @Test
    void anIllegalArgumentArrivesAsItsException() {
        assertThatThrownBy(() -> echo.stub().make("argument")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aForeignClassIsRefusedInACallAndInAnAnswer(Serializable foreign) {
        assertThatThrownBy(() -> echo.stub().echo(foreign))
                .isInstanceOf(ServerException.class)
                .hasRootCauseInstanceOf(InvalidClassException.class);
        target.toAnswer = foreign;
        assertThatThrownBy(() -> echo.stub().make("answer"))
                .isInstanceOf(UnmarshalException.class)
                .hasRootCauseInstanceOf(InvalidClassException.class);
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aForeignClassInAMarshalledObjectIsRefusedWhenItIsOpened(Serializable foreign) throws Exception {
        var arrived = (MarshalledObject<?>) echo.stub().echo(new MarshalledObject<>(foreign));
        assertThatThrownBy(arrived::get).isInstanceOf(InvalidClassException.class);
        assertThatThrownBy(() -> new MarshalledObject<>(foreign).get()).isInstanceOf(InvalidClassException.class);
    }

    static Stream<Serializable> foreign() {
        return Stream.of(
                new HashMap<>(Map.of("key", "value")),
                new ArrayList<>(List.of("element")),
                new PriorityQueue<>(List.of("element")),
                new File("a-file"),
                new ForeignRecord("value"),
                (Serializable) List.of(new ForeignRecord("value")),
                new ForeignRecord[] {new ForeignRecord("value")});
    }

    @Test
    void whatIsTooDeepIsRefused() {
        Object deep = "bottom";
        for (int i = 0; i < 40; i++) {
            deep = List.of(deep);
        }
        assertRefused(deep);
    }

    /** It is read once, and is not a message: RMI refuses it where a request is expected. */
    @Test
    void whatContainsItselfComesToAnEnd() throws Exception {
        var cycle = new Object[1];
        cycle[0] = cycle;

        var arrived = (Object[]) echo.stub().echo(cycle);

        assertThat(arrived[0]).isSameAs(arrived);
    }

    @Test
    void whatHasTooManyPartsIsRefused() {
        assertRefused(generated(300, () -> generated(10_000, () -> new Object[1])));
    }

    @Test
    void anArrayThatIsTooLongIsRefusedAndTheLongestEntryPasses() throws Exception {
        assertThat((byte[]) echo.stub().echo(new byte[Limits.ENTRY_BYTES])).hasSize(Limits.ENTRY_BYTES);
        assertRefused(new byte[(8 << 20) + 1]);
    }

    /** Each would take its memory before its first element, another such array, is read. */
    @Test
    void whenALongArrayIsNotOfBytes_thenItIsRefusedAndTheLongestListPasses() throws Exception {
        var rows = generated(Limits.ROWS_PER_CHUNK, () -> "row");
        assertThat(echo.stub().echo(rows)).isEqualTo(rows);
        assertRefused(new Object[Limits.ROWS_PER_CHUNK + 1]);
        assertRefused(new long[Limits.ROWS_PER_CHUNK + 1]);
    }

    /** A page as a store reads it: no two of its objects are the same. */
    private static Reply fullPage() {
        var orders = generated(Limits.ORDERS_PER_PAGE, () -> {
            var lines = generated(3, () -> new OrderLine(new String("kale"), 2, new Money(99)));
            var delivery = new Delivery("NEXT_DAY", "next day", new Money(0));
            return new Order(new OrderId(7), lines, delivery, new Money(0), Order.Status.ACTIVE, Instant.EPOCH);
        });
        return new Reply.Answered(4, 1207, 5310, new Response.Orders(orders, true), Instant.EPOCH);
    }

    private static <T> List<T> generated(int count, Supplier<T> one) {
        return Stream.generate(one).limit(count).toList();
    }

    /** The refusal's own reason may be lost: the server closes the connection while the caller is still writing. */
    private void assertRefused(Object value) {
        target.echoed = null;
        assertThatThrownBy(() -> echo.stub().echo(value)).isInstanceOf(RemoteException.class);
        assertThat(target.echoed).as("what the object was given").isNull();
    }

    private static Stream<Class<?>> kindsOf(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(WireFilterTest::kindsOf)
                : Stream.of(type);
    }

    /** Real stubs, of objects that are exported as those of a cluster are. */
    private static final class ExportedStubs implements AutoCloseable {
        private final ExportedObject<Backend> backend = ExportedStubs.<Backend>export(new TestPeer(), "requests");
        private final ExportedObject<Replica> replica = ExportedStubs.<Replica>export(new TestPeer(), "replication");
        private final ExportedObject<BackendControl> control =
                ExportedStubs.<BackendControl>export(new TestPeer(), "control");
        private final ExportedObject<Frontend> frontend = ExportedStubs.<Frontend>export(new IdleFrontend(), "orders");

        ExportedStubs() throws IOException {}

        private static <T extends Remote> ExportedObject<T> export(T target, String purpose) throws IOException {
            return ExportedObject.export(target, RmiProcess.LOOPBACK, 0, new Lane("wire", purpose));
        }

        List<? extends Serializable> registrations() throws IOException {
            return MessageExamples.registrations(backend.stub(), replica.stub(), control.stub(), frontend.stub());
        }

        @Override
        public void close() {
            Stream.of(backend, replica, control, frontend).forEach(ExportedObject::close);
        }
    }

    private static final class IdleFrontend implements Frontend {
        @Override
        public Reply submit(Envelope request) {
            return new Reply.OutcomeUnknown("it is idle");
        }

        @Override
        public FrontendStatus status() {
            return new FrontendStatus("frontend1", View.NONE, "offline", false);
        }
    }

    /** A serializable record that is not part of the API. */
    private record ForeignRecord(String value) implements Serializable {}

    private static final class EchoingObject implements EchoRemote {
        private Object toAnswer = "nothing";
        private @Nullable Object echoed;

        @Override
        public Object echo(Object value) {
            echoed = value;
            return value;
        }

        @Override
        public Object make(String what) throws RegistrationRefusedException {
            return switch (what) {
                case "refusal" -> throw new RegistrationRefusedException("the name is held");
                case "argument" -> throw new IllegalArgumentException("the quantity is 0");
                default -> toAnswer;
            };
        }
    }
}
