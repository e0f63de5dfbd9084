package justhungry.replay.check.history;

import java.util.List;
import justhungry.api.shop.RefusalReason;

/**
 * An answer, as a history has it. What it is follows from its own form, and not from the request: a wrong answer may be
 * of another kind than the right one. Amounts are in pence. The message is left out, because it is for people.
 */
public sealed interface Answer {
    /** Whether the request was carried out. */
    default boolean isOk() {
        return true;
    }

    default boolean isRefused(RefusalReason reason) {
        return false;
    }

    /** An update whose outcome is unknown. */
    record Unknown() implements Answer {
        @Override
        public boolean isOk() {
            return false;
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
        public boolean isOk() {
            return false;
        }

        @Override
        public boolean isRefused(RefusalReason other) {
            return reason.equals(other.name());
        }
    }

    /** An update that was carried out, of which there is no more to say. */
    record Done() implements Answer {}

    /** The order that was placed or cancelled. */
    record OrderDone(long number, OrderTerms terms) implements Answer {}

    record BasketPrice(List<AnswerLine> lines, long total) implements Answer {
        public BasketPrice {
            lines = List.copyOf(lines);
        }
    }

    record ProductList(List<AnswerProduct> products) implements Answer {
        public ProductList {
            products = List.copyOf(products);
        }
    }

    /** A page of orders; there may be more orders after it. */
    record OrderPage(List<AnswerOrder> orders, boolean more) implements Answer {
        public OrderPage {
            orders = List.copyOf(orders);
        }
    }

    record AnswerProduct(String name, long price, long stock) {}

    record AnswerLine(String product, long quantity, long price, long cost) {}

    record AnswerOrder(long number, OrderState state, OrderTerms terms) {}

    enum OrderState {
        ACTIVE,
        CANCELLED
    }

    /** What was ordered, and what it costs. */
    record OrderTerms(List<AnswerLine> lines, String delivery, long fee, long tip, long total) {
        public OrderTerms {
            lines = List.copyOf(lines);
        }
    }
}
