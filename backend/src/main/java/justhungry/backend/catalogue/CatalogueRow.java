package justhungry.backend.catalogue;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;

/**
 * A product or a delivery as a file gives it, in JSON or as a row of a table.
 *
 * @param place in the file, for errors: {@code line 3}
 * @param values the texts by their keys; numbers as they were written
 */
record CatalogueRow(String place, Map<String, String> values) {
    private static final int MAX_SHOWN = 60;
    private static final Pattern AMOUNT = Pattern.compile("£?[0-9]{1,8}(\\.[0-9]{1,2})?");

    /** Spreadsheets write a whole number with decimals where the column has them. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("([0-9]{1,10})(\\.0+)?");

    /** @throws IllegalArgumentException for a value that is missing or not valid, with the place */
    Product product() {
        var name = text("name");
        var price = amount("price");
        int stock = wholeNumber("stock", Limits.QUANTITY);
        return placed(() -> new Product(name, price, stock));
    }

    /** @throws IllegalArgumentException for a value that is missing or not valid, with the place */
    Delivery delivery() {
        var code = text("code");
        var label = text("label");
        var fee = amount("fee");
        return placed(() -> new Delivery(code, label, fee));
    }

    private String text(String key) {
        var value = values.getOrDefault(key, "").strip();
        if (value.isEmpty()) {
            throw error("the %s is missing".formatted(key));
        }
        return value;
    }

    private Money amount(String key) {
        var value = number(key);
        if (!AMOUNT.matcher(value).matches()) {
            throw error(
                    "the %s is '%s'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals"
                            .formatted(key, shown(value)));
        }
        return placed(() -> Money.parse(value));
    }

    private int wholeNumber(String key, int max) {
        var value = number(key);
        var form = WHOLE_NUMBER.matcher(value);
        if (!form.matches() || Long.parseLong(form.group(1)) > max) {
            throw error("the %s is '%s'; write a whole number from 0 to %d, like 15".formatted(key, shown(value), max));
        }
        return Integer.parseInt(form.group(1));
    }

    /** Spreadsheets put spaces that do not break around amounts. */
    private String number(String key) {
        return text(key).replace('\u00A0', ' ').strip();
    }

    private <T> T placed(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw error(String.valueOf(e.getMessage()));
        }
    }

    /** The name tells more than the place where a whole catalogue is on one line. */
    IllegalArgumentException error(String what) {
        var name = values.getOrDefault("name", values.getOrDefault("code", ""));
        return new IllegalArgumentException(
                name.isBlank() ? "%s: %s".formatted(place, what) : "%s (%s): %s".formatted(place, shown(name), what));
    }

    private static String shown(String value) {
        var text = value.strip();
        return text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
    }
}
