package justhungry.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import justhungry.api.shop.BasketItem;

/** The parser of arguments. What it cannot parse ends in a {@link UsageException} that says what to write instead. */
final class ValueParser {
    private ValueParser() {}

    /** Parses {@code apple=2 kale=1}; the same product twice adds up. */
    static List<BasketItem> basket(List<String> words) throws UsageException {
        var items = new ArrayList<BasketItem>();
        for (var word : words) {
            add(items, item(word));
        }
        if (items.isEmpty()) {
            throw new UsageException("name at least one product with its quantity, like apple=2");
        }
        return items;
    }

    /** Parses {@code SAME_DAY}, or {@code same-day}, to a delivery's code. */
    static String delivery(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Parses a number of 1 or more. */
    static int count(String name, String word) throws UsageException {
        if (!word.matches("[1-9][0-9]{0,8}")) {
            throw new UsageException("%s is '%s': write a whole number from 1 to 999,999,999".formatted(name, word));
        }
        return Integer.parseInt(word);
    }

    private static BasketItem item(String word) throws UsageException {
        int equals = word.lastIndexOf('=');
        if (equals < 1) {
            throw new UsageException("expected PRODUCT=QUANTITY, like apple=2, but found '%s'".formatted(word));
        }
        var product = word.substring(0, equals);
        return new BasketItem(product, count("the quantity of " + product, word.substring(equals + 1)));
    }

    private static void add(List<BasketItem> items, BasketItem next) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            if (item.product().equals(next.product())) {
                items.set(i, new BasketItem(item.product(), Math.addExact(item.quantity(), next.quantity())));
                return;
            }
        }
        items.add(next);
    }
}
