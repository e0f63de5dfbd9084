package justhungry.replay.script.model;

import static justhungry.replay.script.model.ArgumentType.AMOUNT;
import static justhungry.replay.script.model.ArgumentType.DELIVERY;
import static justhungry.replay.script.model.ArgumentType.ITEMS;
import static justhungry.replay.script.model.ArgumentType.STRING;
import static justhungry.replay.script.model.ArgumentType.WHOLE_NUMBER;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;

/** The kinds of request, by their names in scripts, with their arguments. */
public enum Operation {
    USER_DETAILS(
            args -> new Request.SaveDetails(new ContactDetails(
                    args.text("firstName"),
                    args.text("lastName"),
                    args.text("phone"),
                    args.text("postcode"),
                    args.text("address"))),
            required("firstName", STRING),
            required("lastName", STRING),
            required("phone", STRING),
            required("postcode", STRING),
            required("address", STRING)),
    PLACE_ORDER(
            args -> new Request.PlaceOrder(args.items(), args.delivery(), args.tip()),
            required("items", ITEMS),
            required("delivery", DELIVERY),
            optional("tip", AMOUNT)),
    CANCEL(args -> new Request.CancelOrder(args.order()), required("order", WHOLE_NUMBER)),
    PRODUCT_LIST(args -> new Request.ListProducts()),
    ORDER_COST(args -> new Request.PriceBasket(args.items()), required("items", ITEMS)),
    VIEW_ORDERS(
            args -> new Request.ViewOrders(args.before().orElse(null), args.limit()),
            optional("limit", WHOLE_NUMBER),
            optional("before", WHOLE_NUMBER)),
    VIEW_ACTIVE(
            args -> new Request.ViewActive(args.before().orElse(null), args.limit()),
            optional("limit", WHOLE_NUMBER),
            optional("before", WHOLE_NUMBER));

    /** An argument of a kind of request. */
    record Argument(String name, ArgumentType type, Presence presence) {}

    enum Presence {
        REQUIRED,
        OPTIONAL
    }

    private final Function<RequestArguments, Request> builder;
    private final List<Argument> args;

    Operation(Function<RequestArguments, Request> builder, Argument... args) {
        this.builder = builder;
        this.args = List.of(args);
    }

    /** Whether it changes the state, so that sending it again as a new request would execute it twice. */
    public boolean isUpdate() {
        return this == USER_DETAILS || this == PLACE_ORDER || this == CANCEL;
    }

    List<Argument> args() {
        return args;
    }

    /**
     * The request with these arguments, all variables replaced.
     *
     * @throws IllegalArgumentException with the message of the API's records, when they cannot hold the arguments
     */
    Request request(JsonObject filled) {
        return builder.apply(new RequestArguments(filled));
    }

    private static Argument required(String name, ArgumentType kind) {
        return new Argument(name, kind, Presence.REQUIRED);
    }

    private static Argument optional(String name, ArgumentType kind) {
        return new Argument(name, kind, Presence.OPTIONAL);
    }
}
