package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.shop.BasketItem;
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
        try {
            send(new Request.ViewActive(null, 1));
        } catch (BackException e) {
            // The person has been told why, and may try again from the menu.
        }
    }

    /** The response, which may be a refusal; without one, prints why and returns to the menu. */
    Response send(Request request) {
        return session.send(request).accept(new ResponseOfOutcome(request));
    }

    private final class ResponseOfOutcome implements RequestOutcome.Visitor<Response> {
        private final Request request;

        ResponseOfOutcome(Request request) {
            this.request = request;
        }

        @Override
        public Response visit(RequestOutcome.Completed completed) {
            unknown &= !(request instanceof Request.ViewOrders);
            refused &= !request.isUpdate();
            return completed.response();
        }

        @Override
        public Response visit(RequestOutcome.Unexecuted unexecuted) {
            refused |= request.isUpdate();
            console.print(TextStyle.BAD, SentenceFormat.of(unexecuted.message()) + consequence(request));
            throw new BackException();
        }

        @Override
        public Response visit(RequestOutcome.Unreachable unreachable) {
            throw new UnavailableException(unreachable.message());
        }

        @Override
        public Response visit(RequestOutcome.Unknown outcome) {
            unknown = true;
            console.print(TextStyle.BAD, outcome.message());
            throw new BackException();
        }
    }

    /** The response of the kind that belongs to the request; after a refusal, returns to the menu. */
    <T extends Response> T expect(Class<T> kind, Request request) {
        var response = send(request);
        response.refusal().ifPresent(refusal -> {
            report(refusal);
            throw new BackException();
        });
        return kind.cast(response);
    }

    Response.Products products() {
        return expect(Response.Products.class, new Request.ListProducts());
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

    private static String consequence(Request request) {
        if (request instanceof Request.PlaceOrder) {
            return " Nothing was ordered; your basket is kept.";
        }
        return request.isUpdate() ? " Nothing was changed." : "";
    }
}
