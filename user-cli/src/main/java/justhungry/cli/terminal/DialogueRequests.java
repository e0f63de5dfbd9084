package justhungry.cli.terminal;

import java.util.List;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputInterruptedException;
import justhungry.cli.console.TextStyle;
import justhungry.cli.text.ResponseText;
import justhungry.client.RequestOutcome;
import justhungry.client.RequestSender;
import justhungry.client.UnknownEffect;
import justhungry.platform.text.SentenceFormat;

/** The requests of the dialogues. A response that a dialogue cannot continue without leads back to the menu. */
final class DialogueRequests implements AutoCloseable {
    private final AttendedRequests requests;
    private final Console console;
    private final ExtraCommands commands;

    /** Whether the outcome of an update is unknown, and the orders were not viewed since. */
    private boolean unknown;

    /** Whether the last update was not executed. */
    private boolean refused;

    DialogueRequests(RequestSender session, Console console, ExtraCommands commands) {
        this.requests = new AttendedRequests(session, console, commands);
        this.console = console;
        this.commands = commands;
    }

    /** Checks that the cluster answers, before the person types much; the session learns the current revision. */
    void checkConnection() {
        try {
            send(new Request.ViewActive(null, 1));
        } catch (BackException e) {
            // The person has been told why, and may try again from the menu.
        } catch (InputInterruptedException e) {
            if (!commands.canRepair()) {
                throw e;
            }
        }
    }

    /** The response, which may be a refusal; without one, prints why and returns to the menu. */
    Response send(Request request) {
        return requests.send(request).orElseThrow(() -> givenUp(request)).accept(new ResponseOfOutcome(request));
    }

    private BackException givenUp(Request request) {
        unknown = true;
        console.print(
                TextStyle.BAD,
                "You stopped waiting, but the request may still be carried out. Check your %s before you try again."
                        .formatted(UnknownEffect.shownBy(request)));
        return new BackException();
    }

    /** The person may repair the cluster, and try again from the menu; what was typed ahead is for other questions. */
    private BackException failure(String message, Request request) {
        refused |= request.isUpdate();
        console.dropTypedAhead();
        console.print(TextStyle.BAD, SentenceFormat.of(message) + consequence(request));
        var repairs = commands.repairs();
        repairs.forEach(line -> console.print(TextStyle.BAD, line));
        if (repairs.isEmpty()) {
            console.print("See why: " + commands.statusCommand());
        }
        return new BackException();
    }

    private final class ResponseOfOutcome implements RequestOutcome.Visitor<Response> {
        private final Request request;

        ResponseOfOutcome(Request request) {
            this.request = request;
        }

        @Override
        public Response visit(RequestOutcome.Completed completed) {
            if (completed.isFormatOnly()) {
                console.print(ResponseText.FORMAT_ONLY);
            }
            unknown &= !(request instanceof Request.ViewOrders);
            refused &= !request.isUpdate();
            return completed.response();
        }

        @Override
        public Response visit(RequestOutcome.Unexecuted unexecuted) {
            throw failure(unexecuted.message(), request);
        }

        @Override
        public Response visit(RequestOutcome.Unreachable unreachable) {
            if (!commands.canRepair()) {
                throw new UnavailableException(unreachable.message());
            }
            throw failure(unreachable.reason(), request);
        }

        @Override
        public Response visit(RequestOutcome.Unknown outcome) {
            unknown = true;
            console.dropTypedAhead();
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

    @Override
    public void close() {
        requests.close();
    }

    private static String consequence(Request request) {
        if (request instanceof Request.PlaceOrder) {
            return " Nothing was ordered; your basket is kept.";
        }
        return request.isUpdate() ? " Nothing was changed." : "";
    }
}
