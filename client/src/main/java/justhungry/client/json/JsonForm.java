package justhungry.client.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.stream.Stream;

/**
 * The JSON form of one type of value. Requests are written and read; what only responses contain is only written, and its
 * other methods throw {@link UnsupportedOperationException}.
 */
interface JsonForm {
    JsonElement write(Object value);

    /** Adds a component of that name to the members of its record. */
    default void addTo(JsonObject members, String name, Object value) {
        members.add(name, write(value));
    }

    /**
     * Reads the component of that name from the members of its record.
     *
     * @throws InvalidArgumentException when it is missing, or is not such a value
     */
    default Object readFrom(JsonObject members, String name) {
        throw new UnsupportedOperationException("%s is written only".formatted(name));
    }

    /** The arguments that stand for a component of that name. */
    default Stream<Operation.Argument> arguments(String name, Operation.Presence presence) {
        throw new UnsupportedOperationException("%s is no argument of a request".formatted(name));
    }

    /** A value that is valid wherever this form stands. */
    default Object sample() {
        throw new UnsupportedOperationException("a request cannot contain this type until it has an ArgumentForm");
    }
}
