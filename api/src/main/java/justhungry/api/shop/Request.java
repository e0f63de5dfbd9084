package justhungry.api.shop;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.codec.Preconditions;
import justhungry.api.codec.Tag;
import org.jspecify.annotations.Nullable;

/** A user's request. Updates change the state, and take effect at most once; reads do not. */
public sealed interface Request extends Serializable {
    /** The request's name in scripts and output, as {@code PLACE_ORDER}. */
    String operation();

    sealed interface Update extends Request {}

    sealed interface Read extends Request {}

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
    }

    /** An update that places an order: it takes all of its stock, or none. */
    @Tag(2)
    record PlaceOrder(
            @Tag(1) List<BasketItem> items,
            @Tag(2) DeliveryOption delivery,
            @Tag(3) Money tip) implements Update {
        public PlaceOrder {
            Preconditions.present("a part of an order", delivery, tip);
            items = basket(items);
        }

        @Override
        public String operation() {
            return "PLACE_ORDER";
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
    }

    /** A read of all products with price and stock. */
    @Tag(4)
    record ListProducts() implements Read {
        @Override
        public String operation() {
            return "PRODUCT_LIST";
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
    }

    /** A read of the user's orders, newest first, a page at a time: those before {@code before}, or the newest. */
    @Tag(6)
    record ViewOrders(
            @Tag(1) @Nullable OrderId before, @Tag(2) int limit) implements Read {
        public ViewOrders {
            Preconditions.range("the number of orders on a page", limit, 1, Limits.ORDERS_PER_PAGE);
        }

        @Override
        public String operation() {
            return "VIEW_ORDERS";
        }
    }

    /** A read like {@link ViewOrders}, of the orders that were not cancelled. */
    @Tag(7)
    record ViewActive(
            @Tag(1) @Nullable OrderId before, @Tag(2) int limit) implements Read {
        public ViewActive {
            Preconditions.range("the number of orders on a page", limit, 1, Limits.ORDERS_PER_PAGE);
        }

        @Override
        public String operation() {
            return "VIEW_ACTIVE";
        }
    }

    private static List<BasketItem> basket(List<BasketItem> items) {
        var basket = Preconditions.list("a basket", BasketItem.class, items, Limits.ITEMS_PER_ORDER);
        Preconditions.require(!basket.isEmpty(), "the basket is empty: add at least one product");
        var names = new HashSet<String>();
        for (var item : basket) {
            Preconditions.require(names.add(item.product()), "'%s' is in the basket twice", item.product());
        }
        return basket;
    }
}
