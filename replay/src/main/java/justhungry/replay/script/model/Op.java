package justhungry.replay.script.model;

import static justhungry.replay.script.model.Kind.AMOUNT;
import static justhungry.replay.script.model.Kind.DELIVERY;
import static justhungry.replay.script.model.Kind.ITEMS;
import static justhungry.replay.script.model.Kind.TEXT;
import static justhungry.replay.script.model.Kind.WHOLE;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.function.Function;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;

/** The kinds of request, by their names in scripts, with their arguments. */
public enum Op {
    USER_DETAILS(
            args -> new Request.SaveDetails(new ContactDetails(
                    args.text("firstName"),
                    args.text("lastName"),
                    args.text("phone"),
                    args.text("postcode"),
                    args.text("address"))),
            required("firstName", TEXT),
            required("lastName", TEXT),
            required("phone", TEXT),
            required("postcode", TEXT),
            required("address", TEXT)),
    PLACE_ORDER(
            args -> new Request.PlaceOrder(args.items(), args.delivery(), args.tip()),
            required("items", ITEMS),
            required("delivery", DELIVERY),
            optional("tip", AMOUNT)),
    CANCEL(args -> new Request.CancelOrder(args.order()), required("order", WHOLE)),
    PRODUCT_LIST(args -> new Request.ListProducts()),
    ORDER_COST(args -> new Request.PriceBasket(args.items()), required("items", ITEMS)),
    VIEW_ORDERS(
            args -> new Request.ViewOrders(args.before().orElse(null), args.limit()),
            optional("limit", WHOLE),
            optional("before", WHOLE)),
    VIEW_ACTIVE(
            args -> new Request.ViewActive(args.before().orElse(null), args.limit()),
            optional("limit", WHOLE),
            optional("before", WHOLE));

    /** An argument of a kind of request. */
    record Arg(String name, Kind kind, Need need) {}

    enum Need {
        REQUIRED,
        OPTIONAL
    }

    private final Function<Arguments, Request> builder;
    private final List<Arg> args;

    Op(Function<Arguments, Request> builder, Arg... args) {
        this.builder = builder;
        this.args = List.of(args);
    }

    /** Whether it changes the state, so that sending it again as a new request would execute it twice. */
    public boolean isUpdate() {
        return this == USER_DETAILS || this == PLACE_ORDER || this == CANCEL;
    }

    List<Arg> args() {
        return args;
    }

    /**
     * The request with these arguments, all variables replaced.
     *
     * @throws IllegalArgumentException with the message of the API's records, when they cannot hold the arguments
     */
    Request request(JsonObject filled) {
        return builder.apply(new Arguments(filled));
    }

    private static Arg required(String name, Kind kind) {
        return new Arg(name, kind, Need.REQUIRED);
    }

    private static Arg optional(String name, Kind kind) {
        return new Arg(name, kind, Need.OPTIONAL);
    }
}
