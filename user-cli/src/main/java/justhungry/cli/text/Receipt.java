package justhungry.cli.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderLine;
import justhungry.platform.text.TextColumns;

/** A receipt: a total with all its parts, one per line, the amounts aligned. */
public final class Receipt {
    private static final int GAPS = 4;

    private record ReceiptRow(String label, String amount) {}

    private final List<ReceiptRow> rows = new ArrayList<>();

    private Receipt() {}

    /** The price of a basket, without delivery and tip. */
    public static Receipt ofBasket(List<OrderLine> lines) {
        var receipt = new Receipt();
        lines.forEach(receipt::add);
        receipt.rows.add(new ReceiptRow("products", OrderLine.total(lines).toString()));
        return receipt;
    }

    /** The total of an order. */
    public static Receipt ofOrder(List<OrderLine> lines, Delivery delivery, Money tip) {
        var receipt = new Receipt();
        lines.forEach(receipt::add);
        receipt.rows.add(new ReceiptRow("delivery, " + delivery.label(), fee(delivery)));
        receipt.rows.add(new ReceiptRow("tip", tip.toString()));
        receipt.rows.add(new ReceiptRow("total", total(lines, delivery, tip).toString()));
        return receipt;
    }

    /** The fee of a delivery, {@code free} when there is none. */
    public static String fee(Delivery delivery) {
        return delivery.fee().equals(Money.ZERO) ? "free" : delivery.fee().toString();
    }

    /**
     * The total of products, delivery and tip.
     *
     * @throws IllegalArgumentException when that is more than {@link Limits#PENCE}; its message is for the person
     */
    public static Money total(List<OrderLine> lines, Delivery delivery, Money tip) {
        long pence = OrderLine.total(lines).pence() + delivery.fee().pence() + tip.pence();
        if (pence > Limits.PENCE) {
            throw new IllegalArgumentException("the total would be £%s; an order may cost at most %s"
                    .formatted(BigDecimal.valueOf(pence, 2), new Money(Limits.PENCE)));
        }
        return new Money(pence);
    }

    public static Receipt of(Order order) {
        return ofOrder(order.lines(), order.delivery(), order.tip());
    }

    /** An order's products, like {@code 2 apple, 1 kale}. */
    public static String basketSummary(Order order) {
        return order.lines().stream()
                .map(line -> line.quantity() + " " + line.product())
                .collect(Collectors.joining(", "));
    }

    /** The lines, none longer than {@code width}: words that do not fit beside their amount are wrapped. */
    public List<String> lines(int width) {
        int amountWidth =
                TextColumns.widest(rows.stream().map(ReceiptRow::amount).toList());
        int widestLabel =
                TextColumns.widest(rows.stream().map(ReceiptRow::label).toList());
        int labelWidth = Math.max(1, Math.min(widestLabel, width - amountWidth - GAPS));
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var label = TextColumns.wrap(row.label(), labelWidth);
            int last = label.size() - 1;
            label.subList(0, last)
                    .forEach(part ->
                            lines.add("  " + TextColumns.left(part, labelWidth).stripTrailing()));
            lines.add("  " + TextColumns.left(label.get(last), labelWidth) + "  "
                    + TextColumns.right(row.amount(), amountWidth));
        }
        return lines;
    }

    private void add(OrderLine line) {
        rows.add(new ReceiptRow(
                "%d x %s at %s".formatted(line.quantity(), line.product(), line.price()),
                line.cost().toString()));
    }
}
