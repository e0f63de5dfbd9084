package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.shop.Item;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.client.Asking;
import justhungry.client.Outcome;
import justhungry.platform.text.Sentence;

/** The requests of the dialogues. A response that a dialogue cannot continue without leads back to the menu. */
final class Requests {
    private final Asking session;
    private final Console console;
    /** Whether the outcome of an update is unknown, and the orders were not viewed since. */
    private boolean unknown;

    /** Whether the last update was not executed. */
    private boolean refused;

    Requests(Asking session, Console console) {
        this.session = session;
        this.console = console;
    }

    /** Checks that the cluster answers, before the person types much; the session learns the current revision. */
    void lookFirst() {
        var first = new Request.ViewActive(null, 1);
        var outcome = session.ask(first);
        if (outcome instanceof Outcome.Unreachable unreachable) {
            throw new UnavailableException(unreachable.message());
        }
        tell(outcome, first);
    }

    /** The response, which may be a refusal; without one, prints why and returns to the menu. */
    Response respond(Request request) {
        var outcome = session.ask(request);
        if (outcome instanceof Outcome.Answered answered) {
            unknown &= !(request instanceof Request.ViewOrders);
            refused &= !(request instanceof Request.Update);
            return answered.response();
        }
        if (outcome instanceof Outcome.Unreachable unreachable) {
            throw new UnavailableException(unreachable.message());
        }
        unknown |= outcome instanceof Outcome.Unknown;
        refused |= outcome instanceof Outcome.NotExecuted && request instanceof Request.Update;
        tell(outcome, request);
        throw new BackException();
    }

    /** The response of the kind that belongs to the request; after a refusal, returns to the menu. */
    <T extends Response> T expect(Class<T> kind, Request request) {
        var response = respond(request);
        if (response instanceof Response.Refused refused) {
            tell(refused);
            throw new BackException();
        }
        return kind.cast(response);
    }

    List<Product> products() {
        return expect(Response.Products.class, new Request.ListProducts()).products();
    }

    Response.BasketPrice price(List<Item> items) {
        return expect(Response.BasketPrice.class, new Request.PriceBasket(items));
    }

    void tell(Response.Refused refused) {
        console.say(Tone.BAD, refused.message());
    }

    /** Whether the last update was not executed, or the outcome of one is unknown and the orders were not viewed since. */
    boolean unsettled() {
        return unknown || refused;
    }

    private void tell(Outcome outcome, Request request) {
        if (outcome instanceof Outcome.NotExecuted refused) {
            console.say(Tone.BAD, Sentence.of(refused.message()) + consequence(request));
        } else if (outcome instanceof Outcome.Unknown unknown) {
            console.say(Tone.BAD, unknown.message());
        }
    }

    private static String consequence(Request request) {
        if (request instanceof Request.PlaceOrder) {
            return " Nothing was ordered; your basket is kept.";
        }
        return request instanceof Request.Update ? " Nothing was changed." : "";
    }
}
