package justhungry.api.codec;

import java.io.IOException;
import java.io.Serializable;
import java.rmi.MarshalledObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import justhungry.api.client.Backend;
import justhungry.api.client.Batch;
import justhungry.api.client.ClientId;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.FrontendStatus;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestId;
import justhungry.api.client.RequestTrace;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendControl;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.Replica;
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

/** Examples of every record that crosses the wire, at least one of each. */
public final class MessageExamples {
    public static final Member SERVER1 = new Member("server1", new UUID(0x123456789abcdef0L, 0x8edcba9876543211L));
    public static final Member SERVER2 = new Member("server2", new UUID(0x223456789abcdef0L, 0x8edcba9876543212L));
    public static final View VIEW = View.NONE.next(SERVER1, List.of(SERVER2, SERVER1));
    public static final BasketItem ITEM = new BasketItem("kale", 2);
    public static final OrderLine LINE = new OrderLine("kale", 2, new Money(99));
    public static final Delivery DELIVERY = new Delivery("SAME_DAY", "same day", new Money(100));
    public static final Instant TIME = Instant.parse("2026-11-29T09:15:00.123Z");
    public static final Order ORDER =
            new Order(new OrderId(7), List.of(LINE), DELIVERY, new Money(50), Order.Status.ACTIVE, TIME);
    public static final RequestId REQUEST_ID =
            new RequestId(ClientId.of(new UUID(0x323456789abcdef0L, 0x8edcba9876543213L)), 3);
    public static final ContactDetails DETAILS =
            new ContactDetails("Ada", "Lovelace", "020-7946-0000", "DH1 3LE", "1 Palace Green");

    public static final Append APPEND =
            new Append(SERVER1, 4, 10, 3, List.of(new byte[] {1, 2, 3}, new byte[1_000]), 9, 8);

    private MessageExamples() {}

    /** All but the registrations, which need stubs. */
    public static List<Serializable> all() {
        var all = new ArrayList<Serializable>();
        requests().forEach(request -> all.add(envelope(request)));
        all.add(new Batch(requests().stream().map(MessageExamples::envelope).toList()));
        all.addAll(responses());
        all.addAll(replies());
        all.add(new Batch.Replies(4, replies()));
        all.addAll(traces());
        all.addAll(replication());
        all.addAll(List.of(View.NONE, VIEW, status(), new FrontendStatus("frontend1", VIEW, "online", true)));
        return all;
    }

    public static List<Request> requests() {
        return List.of(
                new Request.SaveDetails(DETAILS),
                new Request.PlaceOrder(List.of(ITEM, new BasketItem("apple", 1)), "TWO_HOURS", Money.ZERO),
                new Request.PlaceOrder(
                        List.of(ITEM, new BasketItem("apple", 1), new BasketItem("flour", 1)), "NEXT_DAY", Money.ZERO),
                new Request.CancelOrder(new OrderId(7)),
                new Request.ListProducts(),
                new Request.PriceBasket(List.of(ITEM)),
                new Request.ViewOrders(null, 10),
                new Request.ViewActive(new OrderId(7), 10),
                new Request.ViewOrder(new OrderId(7)),
                new Request.ViewDetails());
    }

    public static List<Response> responses() {
        return List.of(
                new Response.DetailsSaved(),
                new Response.OrderPlaced(ORDER),
                new Response.OrderCancelled(ORDER.withStatus(Order.Status.CANCELLED)),
                new Response.Products(List.of(new Product("kale", new Money(99), 6)), List.of(DELIVERY)),
                new Response.BasketPrice(List.of(LINE)),
                new Response.Orders(List.of(ORDER), true),
                new Response.CustomerDetails(DETAILS),
                new Response.Refused(RefusalReason.OUT_OF_STOCK, "there are 6 kale"));
    }

    public static List<Reply> replies() {
        var replies = new ArrayList<Reply>();
        responses().forEach(response -> replies.add(new Reply.Answered(4, 1207, 5310, response, TIME)));
        replies.add(new Reply.Answered(0, 0, 0, new Response.Refused(RefusalReason.INVALID_POSTCODE, "no"), null));
        replies.add(new Reply.Answered(4, 1207, 5310, new Response.DetailsSaved(), TIME).ofFormatOnly());
        replies.add(new Reply.NotExecuted(Reply.Cause.OVERLOADED, "too many requests are waiting"));
        replies.add(new Reply.OutcomeUnknown("no answer"));
        replies.add(new Reply.NotPrimary(VIEW));
        return replies;
    }

    public static List<RequestTrace> traces() {
        var acknowledged = new PrimaryTrace.Acknowledgement("server2", 3_140);
        return replies().stream()
                .map(reply -> new RequestTrace(
                        reply,
                        "frontend1",
                        List.of(
                                new RequestTrace.Attempt("server3", 3, 1_200_000, null),
                                new RequestTrace.Attempt(
                                        "server1",
                                        4,
                                        5_500,
                                        new PrimaryTrace(4, reply, 7, List.of(acknowledged), 5_000))),
                        1_210_000))
                .toList();
    }

    public static List<Serializable> replication() {
        return List.of(
                APPEND,
                new Append(SERVER1, 4, 10, 3, List.of(), 9, 8),
                new SnapshotChunk(SERVER1, 4, 10, 3, 77, 0, APPEND.entries(), 78, true),
                new AppendResponse.Acknowledged(12, 9),
                new AppendResponse.LogMismatch(4),
                new AppendResponse.StaleEpoch(5),
                new AppendResponse.ChunkAccepted(),
                new AppendResponse.ChunkRejected("piece 3 does not follow piece 1"),
                new AppendResponse.NewerVersionNeeded("Change 9 is unknown"),
                new AppendResponse.NotFollowed("server9 sends in epoch 9"));
    }

    /** Registrations and a listing of the directory, with these stubs. */
    public static List<Serializable> registrations(
            Backend backend, Replica replica, BackendControl control, Frontend frontend) throws IOException {
        var server1 = new Registration.BackendRegistration(
                SERVER1,
                UUID.randomUUID(),
                Registration.BackendRegistration.NO_CLUSTER,
                DataAge.NEW,
                new MarshalledObject<>(backend),
                new MarshalledObject<>(replica),
                new MarshalledObject<>(control));
        var frontend1 =
                new Registration.FrontendRegistration("frontend1", UUID.randomUUID(), new MarshalledObject<>(frontend));
        return List.of(
                server1,
                frontend1,
                new DirectoryListing(UUID.randomUUID(), VIEW, List.of(server1), List.of(frontend1)));
    }

    public static Envelope envelope(Request request) {
        return new Envelope(REQUEST_ID, 1206, UserId.of(new UUID(0x4da, 0x10fe1ace)), request);
    }

    private static BackendStatus status() {
        return new BackendStatus(SERVER1, BackendStatus.BackendRole.RECONCILING, 4, 1207, 4, 1206, 1205, VIEW, 600);
    }
}
