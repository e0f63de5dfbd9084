package justhungry.api.codec;

import java.util.List;
import java.util.Objects;

/** The checks that the records' constructors share. Each throws {@link IllegalArgumentException} with what was wrong. */
public final class Preconditions {
    private Preconditions() {}

    /**
     * A text of 1 to {@code max} characters that is not blank and has no control character (none reaches a terminal) and no
     * half of a character (none can be written).
     */
    public static String text(String what, String value, int max) {
        require(!value.isBlank(), "%s is empty", what);
        return optionalText(what, value, max);
    }

    /** As {@link #text}, but it may be empty. */
    static String optionalText(String what, String value, int max) {
        require(value.length() <= max, "%s has %d characters; at most %d are allowed", what, value.length(), max);
        require(isPrintable(value), "%s has a control character", what);
        require(isUnicode(value), "%s has half a character: a surrogate without its other half", what);
        return value;
    }

    /** Whether every surrogate has its other half. UTF-8 has no form for one alone: it would be stored as a question mark. */
    private static boolean isUnicode(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (i + 1 == value.length() || !Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1))) {
                    return false;
                }
                i++; // Past the other half.
            }
        }
        return true;
    }

    /** In a plain loop: every text of every message, and of every row that is read, passes through here. */
    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (unprintable(value.charAt(i))) {
                return false;
            }
        }
        return true;
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

    /** Control characters, and the format characters that can turn the direction of a line or hide in it. */
    private static boolean unprintable(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
