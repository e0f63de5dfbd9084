package justhungry.api.codec;

import java.util.List;
import java.util.Objects;
import justhungry.api.text.CleanText;

/** The checks that the records' constructors share. Each throws {@link IllegalArgumentException} with what was wrong. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * A text of 1 to {@code max} characters (Unicode's code points), in the form of {@link CleanText}, of which something can
     * be seen.
     */
    public static String text(String what, String value, int max) {
        var text = CleanText.of(what, value);
        require(!CleanText.isInvisible(text), "%s is empty", what);
        int length = text.codePointCount(0, text.length());
        require(length <= max, "%s has %d characters; at most %d are allowed", what, length, max);
        return text;
    }

    public static long range(String what, long value, long min, long max) {
        require(value >= min && value <= max, "%s is %d; it must be from %d to %d", what, value, min, max);
        return value;
    }

    /** A list with elements of that class only: deserialising fills a list with whatever the bytes say. */
    public static <T> List<T> list(String what, Class<T> kind, List<T> values, int max) {
        require(values.size() <= max, "%s has %d elements; at most %d are allowed", what, values.size(), max);
        for (Object value : values) {
            require(kind.isInstance(value), "%s has an element of another type than %s", what, kind.getSimpleName());
        }
        return List.copyOf(values);
    }

    /** Refuses a component that is missing, as one that was not sent is after deserialising. */
    public static void present(String what, Object... components) {
        for (var component : components) {
            Objects.requireNonNull(component, what);
        }
    }

    public static void require(boolean holds, String message, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
