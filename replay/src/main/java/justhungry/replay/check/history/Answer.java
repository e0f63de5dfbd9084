package justhungry.replay.check.history;

import java.util.List;
import java.util.OptionalLong;
import justhungry.api.shop.RefusalReason;

/**
 * An answer, as a history has it. What it is follows from its own form, and not from the request: a wrong answer may be
 * of another kind than the right one. Amounts are in pence, times in milliseconds since 1970 (UTC). The message is left out, because it is for people.
 */
public sealed interface Answer {
    <R> R accept(Visitor<R> visitor);

    /** Its outcome for people. */
    default String outcome() {
        return "ok";
    }

    /** Whether the request was carried out. */
    default boolean isOk() {
        return true;
    }

    default boolean isRefused(RefusalReason reason) {
        return false;
    }

    /** The cases of an answer. */
    interface Visitor<R> {
        R visit(Unknown unknown);

        R visit(Refused refused);

        R visit(Done done);

        R visit(OrderDone done);

        R visit(BasketPrice price);

        R visit(ProductList list);

        R visit(OrderPage page);

        R visit(SavedDetails saved);
    }

    /** The time of the decision, as the reply says it; empty where it says nothing about an order. */
    default OptionalLong decidedAt() {
        return OptionalLong.empty();
    }

    /** The time at which an order was placed, if this answer shows it. */
    default OptionalLong placed(long order) {
        return OptionalLong.empty();
    }

    /** An update whose outcome is unknown. */
    record Unknown() implements Answer {
        @Override
        public String outcome() {
            return "unknown";
        }

        @Override
        public boolean isOk() {
            return false;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A refusal.
     *
     * @param reason one of {@link RefusalReason}, or that of a front end
     */
    record Refused(String reason) implements Answer {
        public Refused(RefusalReason reason) {
            this(reason.name());
        }

        @Override
        public String outcome() {
            return "refused " + reason;
        }

        @Override
        public boolean isOk() {
            return false;
        }

        @Override
        public boolean isRefused(RefusalReason other) {
            return reason.equals(other.name());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** An update that was carried out, of which there is no more to say. */
    record Done() implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The order that was placed or cancelled. */
    record OrderDone(long number, OrderTerms terms, OptionalLong decidedAt) implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public OptionalLong placed(long order) {
            return order == number ? terms.placed() : OptionalLong.empty();
        }
    }

    record BasketPrice(List<AnswerLine> lines, long total) implements Answer {
        public BasketPrice {
            lines = List.copyOf(lines);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * All products and deliveries.
     *
     * @param deliveries the default ones in a history of an early version, whose product lists have none
     */
    record ProductList(List<AnswerProduct> products, List<AnswerDelivery> deliveries) implements Answer {
        public ProductList {
            products = List.copyOf(products);
            deliveries = List.copyOf(deliveries);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A page of orders; there may be more orders after it. */
    record OrderPage(List<AnswerOrder> orders, boolean more) implements Answer {
        public OrderPage {
            orders = List.copyOf(orders);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }

        @Override
        public OptionalLong placed(long order) {
            return orders.stream()
                    .filter(shown -> shown.number() == order)
                    .findFirst()
                    .map(shown -> shown.terms().placed())
                    .orElseGet(OptionalLong::empty);
        }
    }

    /** The contact details of the user. */
    record SavedDetails(String firstName, String lastName, String phone, String postcode, String address)
            implements Answer {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record AnswerProduct(String name, long price, long stock) {}

    record AnswerDelivery(String code, String label, long fee) {}

    record AnswerLine(String product, long quantity, long price, long cost) {}

    record AnswerOrder(long number, OrderState state, OrderTerms terms) {}

    enum OrderState {
        ACTIVE,
        CANCELLED
    }

    /**
     * The terms of an order: its products, its prices and its time.
     *
     * @param placed empty in a history of an early version
     */
    record OrderTerms(List<AnswerLine> lines, String delivery, long fee, long tip, long total, OptionalLong placed) {
        public OrderTerms {
            lines = List.copyOf(lines);
        }
    }
}
