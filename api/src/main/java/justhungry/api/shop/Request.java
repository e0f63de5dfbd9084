package justhungry.api.shop;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import org.jspecify.annotations.Nullable;

/** A user's request. Updates change the state, and take effect at most once; reads do not. */
public sealed interface Request extends Serializable {
    /** The request's name in scripts and output, as {@code PLACE_ORDER}. */
    String operation();

    <R> R accept(Visitor<R> visitor);

    /** Whether it changes the state. */
    default boolean isUpdate() {
        return false;
    }

    /** The basket of the request; empty for one without products. */
    default List<BasketItem> items() {
        return List.of();
    }

    /** The postcode that has to be checked before the request is carried out; empty for one without a postcode. */
    default Optional<String> postcode() {
        return Optional.empty();
    }

    sealed interface Update extends Request {
        <R> R accept(UpdateVisitor<R> visitor);

        @Override
        default <R> R accept(Visitor<R> visitor) {
            return accept((UpdateVisitor<R>) visitor);
        }

        @Override
        default boolean isUpdate() {
            return true;
        }
    }

    sealed interface Read extends Request {
        <R> R accept(ReadVisitor<R> visitor);

        @Override
        default <R> R accept(Visitor<R> visitor) {
            return accept((ReadVisitor<R>) visitor);
        }
    }

    /** The cases of a request; the compiler sees to it that none is missing. */
    interface Visitor<R> extends UpdateVisitor<R>, ReadVisitor<R> {}

    /** The cases of an update. */
    interface UpdateVisitor<R> {
        R visit(SaveDetails save);

        R visit(PlaceOrder place);

        R visit(CancelOrder cancel);
    }

    /** The cases of a read. */
    interface ReadVisitor<R> {
        R visit(ListProducts list);

        R visit(PriceBasket price);

        R visit(ViewOrders view);

        R visit(ViewActive view);

        R visit(ViewOrder view);

        R visit(ViewDetails view);
    }

    /** An update that saves or replaces the user's contact details. The front end has the postcode checked first. */
    @Tag(1)
    record SaveDetails(@Tag(1) ContactDetails details) implements Update {
        public SaveDetails {
            Preconditions.present("contact details", details);
        }

        @Override
        public String operation() {
            return "USER_DETAILS";
        }

        @Override
        public Optional<String> postcode() {
            return Optional.of(details.postcode());
        }

        @Override
        public <R> R accept(UpdateVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * An update that places an order: it takes all of its stock, or none.
     *
     * @param delivery the code of a {@link Delivery}; whether there is one of that code, the catalogue tells
     */
    @Tag(2)
    record PlaceOrder(
            @Tag(1) List<BasketItem> items,
            @Tag(2) String delivery,
            @Tag(3) @DefaultNumber(0) Money tip) implements Update {
        public PlaceOrder {
            Preconditions.present("a part of an order", delivery, tip);
            delivery = Delivery.requireCode(delivery);
            items = basket(items);
        }

        @Override
        public String operation() {
            return "PLACE_ORDER";
        }

        @Override
        public <R> R accept(UpdateVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An update that cancels one of the user's orders, and gives its stock back. */
    @Tag(3)
    record CancelOrder(@Tag(1) OrderId order) implements Update {
        public CancelOrder {
            Preconditions.present("an order's number", order);
        }

        @Override
        public String operation() {
            return "CANCEL";
        }

        @Override
        public <R> R accept(UpdateVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A read of all products with price and stock. */
    @Tag(4)
    record ListProducts() implements Read {
        @Override
        public String operation() {
            return "PRODUCT_LIST";
        }

        @Override
        public <R> R accept(ReadVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A read of the price of a basket, without delivery and tip. It takes no stock and checks none. */
    @Tag(5)
    record PriceBasket(@Tag(1) List<BasketItem> items) implements Read {
        public PriceBasket {
            items = basket(items);
        }

        @Override
        public String operation() {
            return "ORDER_COST";
        }

        @Override
        public <R> R accept(ReadVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A read of the user's orders, newest first, a page at a time: those before {@code before}, or the newest. */
    @Tag(6)
    record ViewOrders(
            @Tag(1) @Nullable OrderId before,

            @Tag(2) @DefaultNumber(Limits.DEFAULT_ORDERS_PER_PAGE)
            int limit) implements Read {
        public ViewOrders {
            Preconditions.range("the number of orders on a page", limit, 1, Limits.ORDERS_PER_PAGE);
        }

        @Override
        public String operation() {
            return "VIEW_ORDERS";
        }

        @Override
        public <R> R accept(ReadVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A read like {@link ViewOrders}, of the orders that were not cancelled. */
    @Tag(7)
    record ViewActive(
            @Tag(1) @Nullable OrderId before,

            @Tag(2) @DefaultNumber(Limits.DEFAULT_ORDERS_PER_PAGE)
            int limit) implements Read {
        public ViewActive {
            Preconditions.range("the number of orders on a page", limit, 1, Limits.ORDERS_PER_PAGE);
        }

        @Override
        public String operation() {
            return "VIEW_ACTIVE";
        }

        @Override
        public <R> R accept(ReadVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A read of one of the user's orders; the response is a page of that order alone. */
    @Tag(8)
    record ViewOrder(@Tag(1) OrderId order) implements Read {
        public ViewOrder {
            Preconditions.present("an order's number", order);
        }

        @Override
        public String operation() {
            return "VIEW_ORDER";
        }

        @Override
        public <R> R accept(ReadVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A read of the user's saved contact details; refused when there are none. */
    @Tag(9)
    record ViewDetails() implements Read {
        @Override
        public String operation() {
            return "VIEW_DETAILS";
        }

        @Override
        public <R> R accept(ReadVisitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    private static List<BasketItem> basket(List<BasketItem> items) {
        var basket = Preconditions.list("a basket", BasketItem.class, items, Limits.ITEMS_PER_ORDER);
        Preconditions.require(!basket.isEmpty(), "the basket is empty: add at least one product");
        var names = new HashSet<String>();
        for (var item : basket) {
            Preconditions.require(
                    names.add(Product.key(item.product())), "'%s' is in the basket twice", item.product());
        }
        return basket;
    }
}
