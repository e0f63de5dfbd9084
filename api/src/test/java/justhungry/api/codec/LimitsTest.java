package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.rmi.MarshalledObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import justhungry.api.client.Batch;
import justhungry.api.client.Envelope;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.NodeNames;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.Registration.FrontendRegistration;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.SnapshotChunk;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.OrderLine;
import justhungry.api.shop.Product;
import justhungry.api.shop.RefusalReason;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
    private static final Member SERVER1 = MessageExamples.SERVER1;
    /** A primary before there is one, the order before which a page ends, a version that nobody needs,
     * memory that is not short, an attempt without an answer, a time of no decision. */
    private static final Set<String> NULLABLE_COMPONENTS =
            Set.of("leader", "before", "neededVersion", "memoryShortage", "answer", "decidedAt");

    private static final Reply REPLY = new Reply.OutcomeUnknown("no answer");

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyond")
    void whatIsBeyondALimitIsRefused(String what, ThrowingCallable construction) {
        assertThatThrownBy(construction).isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> beyond() {
        return Stream.of(basics(), requestsAndResponses(), replication(), directory())
                .flatMap(cases -> cases);
    }

    private static Stream<Arguments> basics() {
        return Stream.of(
                refused("a name of an upper-case letter", () -> new Member("Server1", UUID.randomUUID())),
                refused("a name that is too long", () -> NodeNames.require("s".repeat(41))),
                refused("a name with a line break", () -> NodeNames.require("server1\n")),
                refused("quantity 0", () -> new BasketItem("kale", 0)),
                refused("a negative quantity", () -> new BasketItem("kale", -1)),
                refused("a huge quantity", () -> new BasketItem("kale", Limits.QUANTITY + 1)),
                refused("an empty product", () -> new BasketItem(" ", 1)),
                refused("an over-long product", () -> new BasketItem(text(Limits.NAME_CHARS + 1), 1)),
                refused("an escape byte in a product", () -> new BasketItem("kale\u001b[31m", 1)),
                refused("a line separator in a product", () -> new BasketItem("kale\u2028", 1)),
                refused("a product that nobody sees", () -> new BasketItem("\u200e \u200d\u3164", 1)),
                refused("a product that is over-long when composed", () -> new BasketItem("\ufb2c".repeat(21), 1)),
                refused("a product that could not be read", () -> new BasketItem("Jos\ufffd", 1)),
                refused("half a character at the end", () -> new BasketItem("kale\ud800", 1)),
                refused("half a character before another", () -> new BasketItem("\ud83ckale", 1)),
                refused("the second half of a character", () -> new BasketItem("kale \udf4e", 1)),
                refused("a line of quantity 0", () -> new OrderLine("kale", 0, Money.ZERO)),
                refused("a negative stock", () -> new Product("kale", Money.ZERO, -1)),
                refused("a huge stock", () -> new Product("kale", Money.ZERO, Limits.QUANTITY + 1)),
                refused("negative money", () -> new Money(-1)),
                refused("too much money", () -> new Money(Limits.PENCE + 1)),
                refused("a sum that is too much", () -> new Money(Limits.PENCE).plus(new Money(1))),
                refused("order 0", () -> new OrderId(0)),
                refused("an order number of 19 digits", () -> new OrderId(Limits.ORDER_NUMBER + 1)),
                refused("request 0", () -> new RequestId(MessageExamples.REQUEST_ID.client(), 0)),
                refused("an empty first name", () -> details("", "02079", "DH1 3LE", "1 Palace Green")),
                refused(
                        "an empty last name",
                        () -> new ContactDetails("Ada", " ", "02079", "DH1 3LE", "1 Palace Green")),
                refused("a letter in a phone number", () -> details("Ada", "02079x", "DH1 3LE", "1 Palace Green")),
                refused("a phone number of hyphens", () -> details("Ada", "---", "DH1 3LE", "1 Palace Green")),
                refused("a phone number of 4 digits", () -> details("Ada", "0-2-0-7", "DH1 3LE", "1 Palace Green")),
                refused("a plus inside a phone number", () -> details("Ada", "020+7946", "DH1 3LE", "1 Palace Green")),
                refused("an over-long phone", () -> details("Ada", digits(Limits.PHONE_CHARS + 1), "DH1 3LE", "here")),
                refused(
                        "an over-long postcode",
                        () -> details("Ada", "02079", text(Limits.POSTCODE_CHARS + 1), "here")),
                refused(
                        "an over-long address",
                        () -> details("Ada", "02079", "DH1 3LE", text(Limits.ADDRESS_CHARS + 1))));
    }

    private static Stream<Arguments> requestsAndResponses() {
        return Stream.of(
                refused("an empty basket", () -> new Request.PriceBasket(List.of())),
                refused(
                        "a product twice",
                        () -> new Request.PriceBasket(List.of(MessageExamples.ITEM, MessageExamples.ITEM))),
                refused(
                        "too many products",
                        () -> new Request.PlaceOrder(items(Limits.ITEMS_PER_ORDER + 1), "NEXT_DAY", Money.ZERO)),
                refused("a page of 0", () -> new Request.ViewOrders(null, 0)),
                refused("a huge page", () -> new Request.ViewActive(null, Limits.ORDERS_PER_PAGE + 1)),
                refused(
                        "a negative revision",
                        () -> new Envelope(MessageExamples.REQUEST_ID, -1, user(), new Request.ListProducts())),
                refused("an order without lines", () -> order(List.of())),
                refused(
                        "an order of too many lines",
                        () -> order(many(MessageExamples.LINE, Limits.ITEMS_PER_ORDER + 1))),
                refused(
                        "too many products",
                        () -> new Response.Products(
                                many(new Product("kale", Money.ZERO, 1), Limits.PRODUCTS + 1), List.of())),
                refused(
                        "too many deliveries",
                        () -> new Response.Products(List.of(), many(MessageExamples.DELIVERY, Limits.DELIVERIES + 1))),
                refused("a delivery's code in lower case", () -> new Delivery("same_day", "x", Money.ZERO)),
                refused("a delivery's code with a space", () -> new Delivery("SAME DAY", "x", Money.ZERO)),
                refused("an empty code", () -> new Delivery("", "x", Money.ZERO)),
                refused("a long code", () -> new Delivery("A".repeat(Limits.CODE_CHARS + 1), "x", Money.ZERO)),
                refused("a delivery without a label", () -> new Delivery("A", " ", Money.ZERO)),
                refused(
                        "an order with a delivery that cannot be",
                        () -> new Request.PlaceOrder(items(1), "same day", Money.ZERO)),
                refused(
                        "a basket's price of too many",
                        () -> new Response.BasketPrice(many(MessageExamples.LINE, Limits.ITEMS_PER_ORDER + 1))),
                refused(
                        "a page that is too long",
                        () -> new Response.Orders(many(MessageExamples.ORDER, Limits.ORDERS_PER_PAGE + 1), false)),
                refused("an empty message", () -> new Response.Refused(RefusalReason.INVALID, "")),
                refused("an over-long message", () -> new Reply.OutcomeUnknown(text(Limits.TEXT_CHARS + 1))),
                refused("a message of two lines", () -> new Reply.NotExecuted(Reply.Cause.OVERLOADED, "a\nb")),
                refused(
                        "an answer of a negative epoch",
                        () -> new Reply.Answered(-1, 0, 0, new Response.DetailsSaved(), null)),
                refused(
                        "an answer of a negative revision",
                        () -> new Reply.Answered(0, -1, 0, new Response.DetailsSaved(), null)),
                refused(
                        "too many requests",
                        () -> new Batch(many(
                                MessageExamples.envelope(new Request.ListProducts()), Limits.REQUESTS_PER_CALL + 1))),
                refused("too many replies", () -> new Batch.Replies(0, many(REPLY, Limits.REQUESTS_PER_CALL + 1))));
    }

    private static Stream<Arguments> replication() {
        return Stream.of(
                refused("epoch 0", () -> append(0, 0, 0, List.of(), 0, 0)),
                refused("a negative previous index", () -> append(4, -1, 0, List.of(), 0, 0)),
                refused("a previous epoch after this one", () -> append(4, 1, 5, List.of(), 0, 0)),
                refused(
                        "too many entries",
                        () -> append(4, 1, 1, many(new byte[1], Limits.ENTRIES_PER_APPEND + 1), 0, 0)),
                refused("a negative committed index", () -> append(4, 1, 1, List.of(), -1, 0)),
                refused("compactable beyond committed", () -> append(4, 1, 1, List.of(), 5, 6)),
                refused("a piece of epoch 0", () -> chunk(0, 1, 1, 0, 1)),
                refused("a piece of index 0", () -> chunk(4, 0, 1, 0, 1)),
                refused("a piece of a later epoch", () -> chunk(4, 1, 5, 0, 1)),
                refused("a negative piece", () -> chunk(4, 1, 1, -1, 1)),
                refused("a piece of too many rows", () -> chunk(4, 1, 1, 0, Limits.ROWS_PER_CHUNK + 1)),
                refused("a refusal without a word", () -> new AppendResponse.ChunkRejected(" ")));
    }

    private static Stream<Arguments> directory() {
        return Stream.of(
                refused("a negative epoch", () -> new View(-1, null, List.of())),
                refused("a primary in epoch 0", () -> new View(0, SERVER1, List.of(SERVER1))),
                refused("no primary in epoch 1", () -> new View(1, null, List.of())),
                refused("a primary that is not in sync", () -> new View(1, SERVER1, List.of(MessageExamples.SERVER2))),
                refused(
                        "a name twice",
                        () -> new View(1, SERVER1, List.of(SERVER1, new Member("server1", UUID.randomUUID())))),
                refused("too many members", () -> new View(1, SERVER1, members(Limits.MEMBERS + 1))),
                refused("too many back ends", () -> listing(many(backend(), Limits.MEMBERS + 1), List.of())),
                refused("too many front ends", () -> listing(List.of(), many(frontend(), Limits.MEMBERS + 1))),
                refused(
                        "a front end's name to register",
                        () -> new FrontendRegistration("", UUID.randomUUID(), new MarshalledObject<>(null))),
                refused("a back end's format below 0", () -> backend(-1)),
                refused(
                        "a front end's format below 0",
                        () -> new FrontendRegistration(
                                "frontend1", UUID.randomUUID(), new MarshalledObject<>(null), -1)),
                refused("a front end's name", () -> new FrontendStatus("", View.NONE, "online", true)),
                refused("no word on postcodes", () -> new FrontendStatus("frontend1", View.NONE, "", true)));
    }

    /** As after deserialising a record that another version, or a stranger, has sent. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("components")
    void aRecordWithAMissingPartIsRefused(String what, ThrowingCallable construction) {
        assertThatThrownBy(construction).hasCauseInstanceOf(NullPointerException.class);
    }

    static Stream<Arguments> components() throws IOException {
        var records = new LinkedHashMap<Class<?>, Object>();
        addRecords(MessageExamples.all(), records);
        addRecords(List.of(backend(), frontend()), records);
        return records.values().stream().flatMap(LimitsTest::withoutOneComponent);
    }

    private static void addRecords(@Nullable Object value, Map<Class<?>, Object> records) {
        if (value instanceof List<?> list) {
            list.forEach(element -> addRecords(element, records));
        } else if (value != null && value.getClass().isRecord()) {
            records.put(value.getClass(), value);
            valuesOf(value).forEach(part -> addRecords(part, records));
        }
    }

    private static Stream<Arguments> withoutOneComponent(Object whole) {
        var components = whole.getClass().getRecordComponents();
        return IntStream.range(0, components.length)
                .filter(i -> !components[i].getType().isPrimitive()
                        && !NULLABLE_COMPONENTS.contains(components[i].getName()))
                .mapToObj(i -> Arguments.of(
                        whole.getClass().getSimpleName() + "." + components[i].getName(), (ThrowingCallable) () -> {
                            var values = valuesOf(whole);
                            values.set(i, null);
                            Stream.of(whole.getClass().getDeclaredConstructors())
                                    .filter(constructor -> constructor.getParameterCount() == components.length)
                                    .findFirst()
                                    .orElseThrow()
                                    .newInstance(values.toArray());
                        }));
    }

    private static List<@Nullable Object> valuesOf(Object whole) {
        var values = new ArrayList<@Nullable Object>();
        for (var component : whole.getClass().getRecordComponents()) {
            values.add(assertDoesNotThrow(() -> component.getAccessor().invoke(whole)));
        }
        return values;
    }

    /** As bytes may contain; the compiler would refuse it. */
    @Test
    @SuppressWarnings("unchecked")
    void whenAListHasAnElementOfAnotherClass_thenItIsRefused() {
        var forged = (List<Envelope>) (List<?>) List.of("no request");

        assertThatThrownBy(() -> new Batch(forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a batch has an element of another type than Envelope");
    }

    @Test
    void whatIsAtALimitIsTaken() {
        assertThatCode(() -> {
                    var unused = List.of(
                            new BasketItem("kale", Limits.QUANTITY),
                            new BasketItem("🍎", 1),
                            new Money(Limits.PENCE),
                            new Request.PriceBasket(items(Limits.ITEMS_PER_ORDER)),
                            new View(1, SERVER1, members(Limits.MEMBERS)),
                            append(4, 1, 4, many(new byte[1], Limits.ENTRIES_PER_APPEND), 6, 6),
                            new Reply.OutcomeUnknown(text(Limits.TEXT_CHARS)));
                })
                .doesNotThrowAnyException();
    }

    @Test
    void halfACharacterIsCalledThat() {
        assertThatThrownBy(() -> new BasketItem("kale\ud800", 1))
                .hasMessage("a product's name has half a character: a surrogate without its other half");
    }

    /** What a record accepts is stored, and must be accepted again. */
    @Test
    void aProductWhoseNameIsLongerInLowerCaseComesBack() {
        var product = new Product("İ".repeat(Limits.NAME_CHARS), Money.ZERO, 1);

        assertThat(product.name()).isEqualTo("İ".repeat(Limits.NAME_CHARS));
        assertThat(WireFormat.decode(Product.class, WireFormat.encode(product))).isEqualTo(product);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patches")
    void aRecordWhoseBytesWereChangedToAnIllegalValueStopsAtTheDoor(
            String what, Serializable legal, byte[] from, byte[] to) throws Exception {
        var bytes = serialized(legal);
        deserialized(bytes);
        assertThatThrownBy(() -> deserialized(replaced(bytes, from, to)))
                .isInstanceOf(InvalidObjectException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> patches() {
        int quantity = 0x01020304;
        long number = 0x0102030405060708L;
        return Stream.of(
                patch("quantity 0", new BasketItem("kale", quantity), of(quantity), of(0)),
                patch("a blank product", new BasketItem("kale", 1), of("kale"), of("    ")),
                patch("an escape byte", new BasketItem("kale", 1), of("kale"), of("k\u001b[m")),
                patch("a name", SERVER1, of("server1"), of("SERVER1")),
                patch("a huge amount", new Money(0x01020304), of(0x01020304L), of(number)),
                patch("order 0", new OrderId(number), of(number), of(0L)),
                patch(
                        "a negative request",
                        new RequestId(MessageExamples.REQUEST_ID.client(), number),
                        of(number),
                        of(-number)),
                patch("a phone number", MessageExamples.DETAILS, of("020-7946-0000"), of("O20-7946-0000")),
                patch(
                        "an epoch, field 2 of an append",
                        new Append(SERVER1, 77, 1, 1, List.of(), 0, 0),
                        new byte[] {2 << 3, 77},
                        new byte[] {2 << 3, 0}),
                patch("a view's epoch", new View(number, SERVER1, List.of(SERVER1)), of(number), of(-number)),
                patch("a page", new Request.ViewOrders(null, 99), of(99), of(quantity)));
    }

    private static Arguments patch(String what, Serializable legal, byte[] from, byte[] to) {
        return Arguments.of(what, legal, from, to);
    }

    private static Arguments refused(String what, ThrowingCallable construction) {
        return Arguments.of(what, construction);
    }

    private static byte[] of(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }

    private static byte[] of(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] of(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] serialized(Serializable value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object deserialized(byte[] bytes) throws IOException, ClassNotFoundException {
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return in.readObject();
        }
    }

    /** Replaces the last occurrence of {@code from}: values come after the class descriptions. */
    private static byte[] replaced(byte[] bytes, byte[] from, byte[] to) {
        int place = IntStream.iterate(bytes.length - from.length, at -> at >= 0, at -> at - 1)
                .filter(at -> Arrays.equals(bytes, at, at + from.length, from, 0, from.length))
                .findFirst()
                .orElseThrow();
        var changed = bytes.clone();
        System.arraycopy(to, 0, changed, place, to.length);
        return changed;
    }

    private static String text(int length) {
        return "x".repeat(length);
    }

    private static String digits(int length) {
        return "1".repeat(length);
    }

    private static <T> List<T> many(T one, int count) {
        return Collections.nCopies(count, one);
    }

    private static List<BasketItem> items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BasketItem("product " + i, 1))
                .toList();
    }

    /** {@link #SERVER1} and others. */
    private static List<Member> members(int count) {
        return Stream.concat(
                        Stream.of(SERVER1),
                        IntStream.range(1, count).mapToObj(i -> new Member("other" + i, UUID.randomUUID())))
                .toList();
    }

    private static DirectoryListing listing(List<BackendRegistration> backends, List<FrontendRegistration> frontends) {
        return new DirectoryListing(UUID.randomUUID(), View.NONE, backends, frontends);
    }

    private static BackendRegistration backend() throws IOException {
        return backend(WireFormat.VERSION);
    }

    private static BackendRegistration backend(int format) throws IOException {
        return new BackendRegistration(
                SERVER1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                DataAge.NEW,
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                format);
    }

    private static FrontendRegistration frontend() throws IOException {
        return new FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(null));
    }

    private static UserId user() {
        return UserId.of(UUID.randomUUID());
    }

    private static Order order(List<OrderLine> lines) {
        return new Order(
                new OrderId(1), lines, MessageExamples.DELIVERY, Money.ZERO, Order.Status.ACTIVE, MessageExamples.TIME);
    }

    private static ContactDetails details(String firstName, String phone, String postcode, String address) {
        return new ContactDetails(firstName, "Lovelace", phone, postcode, address);
    }

    private static Append append(
            long epoch,
            long previousIndex,
            long previousEpoch,
            List<byte[]> entries,
            long committed,
            long compactable) {
        return new Append(SERVER1, epoch, previousIndex, previousEpoch, entries, committed, compactable);
    }

    private static SnapshotChunk chunk(long epoch, long index, long indexEpoch, int number, int rows) {
        return new SnapshotChunk(SERVER1, epoch, index, indexEpoch, 0, number, many(new byte[1], rows), 0, true);
    }
}
