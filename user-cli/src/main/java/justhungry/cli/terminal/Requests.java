package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.Item;
import justhungry.api.Product;
import justhungry.api.Request;
import justhungry.api.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.cli.request.Asking;
import justhungry.cli.request.Outcome;
import justhungry.cli.text.Sentence;

/** The session's requests, as the dialogues need them: what a dialogue cannot go on without leads back to the menu. */
final class Requests {
    private final Asking session;
    private final Console console;
    /** Whether the fate of an update is unknown, and nobody has looked at the orders since. */
    private boolean unknown;

    /** Whether the last update was not carried out. */
    private boolean refused;

    Requests(Asking session, Console console) {
        this.session = session;
        this.console = console;
    }

    /** Finds out whether anybody is there, before the person types much; the session learns the present revision. */
    void lookFirst() {
        var outcome = session.ask(new Request.ViewActive(null, 1));
        if (outcome instanceof Outcome.Unreachable unreachable) {
            throw new UnavailableException(unreachable.message());
        }
        tell(outcome);
    }

    /** The response, which may be a refusal; without one, says why and goes back to the menu. */
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
        tell(outcome);
        throw new BackException();
    }

    /** The response of the kind that belongs to the request; after a refusal, goes back to the menu. */
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

    /** Whether the last update was not carried out, or the fate of one is unknown and nobody has looked since. */
    boolean unsettled() {
        return unknown || refused;
    }

    private void tell(Outcome outcome) {
        if (outcome instanceof Outcome.NotExecuted refused) {
            console.say(Tone.BAD, Sentence.of(refused.message()) + " Nothing was changed.");
        } else if (outcome instanceof Outcome.Unknown unknown) {
            console.say(Tone.BAD, unknown.message());
        }
    }
}
