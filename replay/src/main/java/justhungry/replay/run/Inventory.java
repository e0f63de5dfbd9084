package justhungry.replay.run;

import java.util.Collection;
import justhungry.api.client.Reply;
import justhungry.api.codec.Limits;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import org.jspecify.annotations.Nullable;

/** Reads of the state outside the script: before the run, and after it for a verification. */
final class Inventory {
    private final Client client;
    private final Collection<String> users;
    private final Results results;

    Inventory(Client client, Collection<String> users, Results results) {
        this.client = client;
        this.users = users;
        this.results = results;
    }

    /**
     * Reads the products before anything is changed.
     *
     * @throws ReplayException when the cluster does not answer
     */
    void before() throws InterruptedException, ReplayException {
        for (var user : users.stream().limit(1).toList()) {
            var products = look(user, new Request.ListProducts());
            if (products.reply().isEmpty()) {
                throw new ReplayException("nothing was sent because the cluster does not answer: %s"
                        .formatted(products.response().get("message").getAsString()));
            }
        }
    }

    /** Reads the products, and all orders of all users. */
    void after() throws InterruptedException {
        for (var user : users.stream().limit(1).toList()) {
            look(user, new Request.ListProducts());
        }
        for (var user : users) {
            lookAtOrders(user);
        }
    }

    private void lookAtOrders(String user) throws InterruptedException {
        @Nullable OrderId before = null;
        boolean more = true;
        while (more) {
            var page = look(user, new Request.ViewOrders(before, Limits.ORDERS_PER_PAGE));
            more = false;
            if (page.reply().map(Reply.Answered::response).orElse(null) instanceof Response.Orders orders
                    && orders.more()) {
                before = orders.orders().get(orders.orders().size() - 1).id();
                more = true;
            }
        }
    }

    private Exchange look(String user, Request request) throws InterruptedException {
        var exchange = client.look(user, request);
        results.tell(new Event.Looked(exchange));
        return exchange;
    }
}
