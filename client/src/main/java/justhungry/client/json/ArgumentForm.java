package justhungry.client.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.Money;
import justhungry.api.shop.OrderId;

/** The form of an argument of a request: written, read, and described in words. */
public final class ArgumentForm implements JsonForm {
    static final ArgumentForm TEXT = new ArgumentForm(
            Shape.TEXT, "a string", "11111", value -> new JsonPrimitive((String) value), ArgumentForm::text);

    static final ArgumentForm AMOUNT = new ArgumentForm(
            Shape.TEXT,
            "a string with an amount, like \"1.50\"",
            Money.ZERO,
            value -> new JsonPrimitive(((Money) value).plain()),
            (name, json) -> Money.parse(text(name, json)));

    static final ArgumentForm NUMBER = new ArgumentForm(
            Shape.NUMBER, "a whole number", 1, value -> new JsonPrimitive((Integer) value), ArgumentForm::intNumber);

    static final ArgumentForm ORDER = new ArgumentForm(
            Shape.NUMBER,
            "a whole number",
            new OrderId(1),
            value -> new JsonPrimitive(((OrderId) value).number()),
            (name, json) -> new OrderId(number(name, json)));

    static final ArgumentForm BASKET = new ArgumentForm(
            Shape.NUMBERS,
            "an object of products with their quantities, like {\"apple\":2}",
            List.of(new BasketItem("1", 1)),
            ArgumentForm::quantities,
            ArgumentForm::basket);

    /** The kind of JSON value that an argument has. */
    public enum Shape {
        TEXT,
        NUMBER,
        /** An object of numbers by names that are free. */
        NUMBERS
    }

    private final Shape shape;
    private final String label;
    private final Object sample;
    private final Function<Object, JsonElement> writing;
    private final BiFunction<String, JsonElement, Object> reading;

    private ArgumentForm(
            Shape shape,
            String label,
            Object sample,
            Function<Object, JsonElement> writing,
            BiFunction<String, JsonElement, Object> reading) {
        this.shape = shape;
        this.label = label;
        this.sample = sample;
        this.writing = writing;
        this.reading = reading;
    }

    public Shape shape() {
        return shape;
    }

    /** The expected value, in words. */
    public String label() {
        return label;
    }

    /** The JSON of a value that is valid wherever this form stands. */
    public JsonElement sampleJson() {
        return write(sample);
    }

    @Override
    public JsonElement write(Object value) {
        return writing.apply(value);
    }

    @Override
    public Object readFrom(JsonObject members, String name) {
        if (!members.has(name)) {
            throw new InvalidArgumentException(List.of(name), "missing; expected %s".formatted(label));
        }
        try {
            return reading.apply(name, members.get(name));
        } catch (InvalidArgumentException e) {
            throw e.within(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(List.of(name), String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Stream<Operation.Argument> arguments(String name, Operation.Presence presence) {
        return Stream.of(new Operation.Argument(name, this, presence));
    }

    @Override
    public Object sample() {
        return sample;
    }

    private static JsonElement quantities(Object basket) {
        var json = new JsonObject();
        for (var item : (List<?>) basket) {
            json.addProperty(((BasketItem) item).product(), ((BasketItem) item).quantity());
        }
        return json;
    }

    private static List<BasketItem> basket(String name, JsonElement json) {
        require(json.isJsonObject(), "%s must be an object, but is %s", name, json);
        return json.getAsJsonObject().entrySet().stream()
                .map(item -> item(item.getKey(), item.getValue()))
                .toList();
    }

    private static BasketItem item(String product, JsonElement quantity) {
        try {
            return new BasketItem(product, intNumber("the quantity of " + product, quantity));
        } catch (IllegalArgumentException e) {
            throw new InvalidArgumentException(List.of(product), String.valueOf(e.getMessage()));
        }
    }

    private static String text(String name, JsonElement json) {
        require(
                json.isJsonPrimitive() && json.getAsJsonPrimitive().isString(),
                "%s must be a string, but is %s",
                name,
                json);
        return json.getAsString();
    }

    private static int intNumber(String name, JsonElement json) {
        long number = number(name, json);
        require(number == (int) number, "%s is out of range: %d", name, number);
        return (int) number;
    }

    private static long number(String name, JsonElement json) {
        var refusal = "%s must be a whole number, but is %s".formatted(name, json);
        require(json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber(), "%s", refusal);
        try {
            var number = json.getAsBigDecimal();
            require(number.stripTrailingZeros().scale() <= 0, "%s", refusal);
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("%s is out of range: %s".formatted(name, json), e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal, e);
        }
    }

    private static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
