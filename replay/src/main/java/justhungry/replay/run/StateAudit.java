package justhungry.replay.run;

import java.util.Collection;
import justhungry.api.client.Reply;
import justhungry.api.codec.Limits;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import org.jspecify.annotations.Nullable;

/** Reads of the state outside the script: before the run, and after it for a verification. */
final class StateAudit {
    private final ReplayClient client;
    private final Collection<String> users;
    private final EventDispatcher dispatcher;

    StateAudit(ReplayClient client, Collection<String> users, EventDispatcher results) {
        this.client = client;
        this.users = users;
        this.dispatcher = results;
    }

    /**
     * Reads the products before anything is changed.
     *
     * @throws ReplayException when the cluster does not answer
     */
    void before() throws InterruptedException, ReplayException {
        for (var user : users.stream().limit(1).toList()) {
            var products = query(user, new Request.ListProducts());
            if (products.reply().isEmpty()) {
                throw new ReplayException("nothing was sent because the cluster does not answer: %s"
                        .formatted(products.response().get("message").getAsString()));
            }
        }
    }

    /** Reads the products, and all orders of all users. */
    void after() throws InterruptedException {
        for (var user : users.stream().limit(1).toList()) {
            query(user, new Request.ListProducts());
        }
        for (var user : users) {
            queryOrders(user);
        }
    }

    private void queryOrders(String user) throws InterruptedException {
        @Nullable OrderId before = null;
        boolean more = true;
        while (more) {
            var page = query(user, new Request.ViewOrders(before, Limits.ORDERS_PER_PAGE));
            more = false;
            if (page.reply().map(Reply.Answered::response).orElse(null) instanceof Response.Orders orders
                    && orders.more()) {
                before = orders.orders().get(orders.orders().size() - 1).id();
                more = true;
            }
        }
    }

    private RequestRecord query(String user, Request request) throws InterruptedException {
        var exchange = client.query(user, request);
        dispatcher.publish(new RunEvent.AuditAnswered(exchange));
        return exchange;
    }
}
