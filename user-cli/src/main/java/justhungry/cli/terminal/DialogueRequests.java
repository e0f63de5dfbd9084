package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.client.RequestOutcome;
import justhungry.client.RequestSender;
import justhungry.platform.text.SentenceFormat;

/** The requests of the dialogues. A response that a dialogue cannot continue without leads back to the menu. */
final class DialogueRequests {
    private final RequestSender session;
    private final Console console;
    /** Whether the outcome of an update is unknown, and the orders were not viewed since. */
    private boolean unknown;

    /** Whether the last update was not executed. */
    private boolean refused;

    DialogueRequests(RequestSender session, Console console) {
        this.session = session;
        this.console = console;
    }

    /** Checks that the cluster answers, before the person types much; the session learns the current revision. */
    void checkConnection() {
        var first = new Request.ViewActive(null, 1);
        var outcome = session.send(first);
        if (outcome instanceof RequestOutcome.Unreachable unreachable) {
            throw new UnavailableException(unreachable.message());
        }
        report(outcome, first);
    }

    /** The response, which may be a refusal; without one, prints why and returns to the menu. */
    Response send(Request request) {
        var outcome = session.send(request);
        if (outcome instanceof RequestOutcome.Completed answered) {
            unknown &= !(request instanceof Request.ViewOrders);
            refused &= !(request instanceof Request.Update);
            return answered.response();
        }
        if (outcome instanceof RequestOutcome.Unreachable unreachable) {
            throw new UnavailableException(unreachable.message());
        }
        unknown |= outcome instanceof RequestOutcome.Unknown;
        refused |= outcome instanceof RequestOutcome.Unexecuted && request instanceof Request.Update;
        report(outcome, request);
        throw new BackException();
    }

    /** The response of the kind that belongs to the request; after a refusal, returns to the menu. */
    <T extends Response> T expect(Class<T> kind, Request request) {
        var response = send(request);
        if (response instanceof Response.Refused refused) {
            report(refused);
            throw new BackException();
        }
        return kind.cast(response);
    }

    List<Product> products() {
        return expect(Response.Products.class, new Request.ListProducts()).products();
    }

    Response.BasketPrice price(List<BasketItem> items) {
        return expect(Response.BasketPrice.class, new Request.PriceBasket(items));
    }

    void report(Response.Refused refused) {
        console.print(TextStyle.BAD, refused.message());
    }

    /** Whether the last update was not executed, or the outcome of one is unknown and the orders were not viewed since. */
    boolean hasUnresolvedUpdate() {
        return unknown || refused;
    }

    private void report(RequestOutcome outcome, Request request) {
        if (outcome instanceof RequestOutcome.Unexecuted refused) {
            console.print(TextStyle.BAD, SentenceFormat.of(refused.message()) + consequence(request));
        } else if (outcome instanceof RequestOutcome.Unknown unknown) {
            console.print(TextStyle.BAD, unknown.message());
        }
    }

    private static String consequence(Request request) {
        if (request instanceof Request.PlaceOrder) {
            return " Nothing was ordered; your basket is kept.";
        }
        return request instanceof Request.Update ? " Nothing was changed." : "";
    }
}
