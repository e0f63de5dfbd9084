package justhungry.cli.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.api.Delivery;
import justhungry.api.Limits;
import justhungry.api.Line;
import justhungry.api.Money;
import justhungry.api.Order;

/** A sum with all of its parts, one a line, the amounts below each other. */
public final class Receipt {
    private static final int GAPS = 4;

    private record Row(String words, Money amount) {}

    private final List<Row> rows = new ArrayList<>();

    private Receipt() {}

    /** What a basket costs, without delivery and tip. */
    public static Receipt ofBasket(List<Line> lines) {
        var receipt = new Receipt();
        lines.forEach(receipt::add);
        receipt.rows.add(new Row("products", Line.total(lines)));
        return receipt;
    }

    /** What an order costs, in all. */
    public static Receipt ofOrder(List<Line> lines, Delivery delivery, Money tip) {
        var receipt = new Receipt();
        lines.forEach(receipt::add);
        receipt.rows.add(new Row("delivery, " + delivery.words(), delivery.fee()));
        receipt.rows.add(new Row("tip", tip));
        receipt.rows.add(new Row("total", total(lines, delivery, tip)));
        return receipt;
    }

    /**
     * What products, delivery and tip cost together.
     *
     * @throws IllegalArgumentException when that is more than {@link Limits#PENCE}; its message is for the person
     */
    public static Money total(List<Line> lines, Delivery delivery, Money tip) {
        long pence = Line.total(lines).pence() + delivery.fee().pence() + tip.pence();
        if (pence > Limits.PENCE) {
            throw new IllegalArgumentException("that would make it £%s in all; an order costs %s at most"
                    .formatted(BigDecimal.valueOf(pence, 2), new Money(Limits.PENCE)));
        }
        return new Money(pence);
    }

    public static Receipt of(Order order) {
        return ofOrder(order.lines(), order.delivery(), order.tip());
    }

    /** An order's products in a few words: {@code 2 apple, 1 kale}. */
    public static String basketInWords(Order order) {
        return order.lines().stream()
                .map(line -> line.quantity() + " " + line.product())
                .collect(Collectors.joining(", "));
    }

    /** No line is longer than {@code width}: words that do not fit beside their amount go on in the next line. */
    public List<String> lines(int width) {
        int amountWidth = Columns.widest(rows.stream().map(Row::amount).toList());
        int widestWords = Columns.widest(rows.stream().map(Row::words).toList());
        int wordsWidth = Math.max(1, Math.min(widestWords, width - amountWidth - GAPS));
        var lines = new ArrayList<String>();
        for (var row : rows) {
            var words = Columns.wrap(row.words(), wordsWidth);
            int last = words.size() - 1;
            words.subList(0, last)
                    .forEach(part ->
                            lines.add("  " + Columns.left(part, wordsWidth).stripTrailing()));
            lines.add(
                    "  " + Columns.left(words.get(last), wordsWidth) + "  " + Columns.right(row.amount(), amountWidth));
        }
        return lines;
    }

    private void add(Line line) {
        rows.add(new Row("%d x %s at %s".formatted(line.quantity(), line.product(), line.price()), line.cost()));
    }
}
