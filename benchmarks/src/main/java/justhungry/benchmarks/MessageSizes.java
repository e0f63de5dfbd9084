package justhungry.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.UserId;
import justhungry.backend.ordering.BatchDecision;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.ordering.table.InMemoryTables;
import justhungry.backend.replication.Entry;
import justhungry.benchmarks.bare.BareMessage;

/**
 * The sizes of the product's messages, in bytes as RMI sends them: the bare chain sends as many.
 *
 * @param order of an order and its reply
 * @param read of a list of products and its reply
 * @param entry bytes of a log entry with one order
 * @param update the bytes that one more order adds to an entry
 */
record MessageSizes(BareMessage.Sizes order, BareMessage.Sizes read, int entry, int update) {
    private static final int MANY = 17;

    static MessageSizes measured() throws IOException {
        var shop = new SampleShop();
        int one = shop.entryBytes(1);
        int more = (shop.entryBytes(MANY) - one) / (MANY - 1);
        return new MessageSizes(shop.sizes(JustHungry.ORDER), shop.sizes(JustHungry.READ), one - more, more);
    }

    /** A shop for sample messages: some requests, their replies and their entries. */
    private static final class SampleShop {
        private static final Instant NOW = Instant.parse("2026-11-29T09:15:00.123Z");

        private final UserId user = UserId.of(UUID.randomUUID());
        private final ClientId client = ClientId.of(UUID.randomUUID());
        private final Ordering ordering = new Ordering(
                new InMemoryTables(),
                Catalogue.withDefaultDeliveries(List.of(
                        new Product("apple", new Money(199), 1_000_000_000),
                        new Product("banana", new Money(55), 1_000_000_000),
                        new Product("bread", new Money(225), 1_000_000_000),
                        new Product("kale", new Money(99), 1_000_000_000))));
        private long sequence;
        private long index;

        SampleShop() {
            ordering.apply(1, ++index, ordering.openingPayload());
            decided(List.of(envelope(new Request.SaveDetails(
                    new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green")))));
        }

        int entryBytes(int orders) {
            var envelopes = LongStream.range(0, orders)
                    .mapToObj(any -> envelope(JustHungry.ORDER))
                    .toList();
            return Entry.of(index + 1, 1, 0, decided(envelopes).payload()).bytes().length;
        }

        BareMessage.Sizes sizes(Request request) throws IOException {
            var envelope = received(envelope(request));
            var another = received(envelope(request));
            int oneRequest = bytes(new Batch(List.of(envelope)));
            int twoRequests = bytes(new Batch(List.of(envelope, another)));
            var reply = received(reply(envelope));
            var anotherReply = received(reply(another));
            int oneReply = bytes(new Batch.Replies(List.of(reply)));
            int twoReplies = bytes(new Batch.Replies(List.of(reply, anotherReply)));
            return new BareMessage.Sizes(
                    bytes(envelope), twoRequests - oneRequest, twoReplies - oneReply, bytes(reply));
        }

        private Reply reply(Envelope envelope) {
            return envelope.request() instanceof Request.Read read
                    ? new Reply.Answered(1, index, index, ordering.read(user, read), NOW)
                    : decided(List.of(envelope)).replies().get(0);
        }

        private BatchDecision decided(List<Envelope> envelopes) {
            var decision = ordering.decide(envelopes, 1, ++index, NOW);
            ordering.commit(decision);
            return decision;
        }

        private Envelope envelope(Request request) {
            return new Envelope(new RequestId(client, ++sequence), 0, user, request);
        }

        /** The message as it comes from the wire: it shares no part with another one. */
        @SuppressWarnings("unchecked") // It is what was written.
        private static <T> T received(T message) throws IOException {
            try (var stream = new ObjectInputStream(new ByteArrayInputStream(written(message)))) {
                return (T) stream.readObject();
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a class of ours is not found", e);
            }
        }

        private static int bytes(Object message) throws IOException {
            return written(message).length;
        }

        private static byte[] written(Object message) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var stream = new ObjectOutputStream(bytes)) {
                stream.writeObject(message);
            }
            return bytes.toByteArray();
        }
    }
}
