package justhungry.client.json;

import java.util.ArrayList;
import java.util.List;

/** The refusal of a request's arguments, with the path to the value that is wrong. */
public final class InvalidArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> path;

    InvalidArgumentException(List<String> path, String message) {
        super(message);
        this.path = List.copyOf(path);
    }

    /** The keys from the arguments down to the value; empty when the arguments do not fit together. */
    public List<String> path() {
        return path;
    }

    InvalidArgumentException within(String name) {
        var longer = new ArrayList<>(List.of(name));
        longer.addAll(path);
        return new InvalidArgumentException(longer, String.valueOf(getMessage()));
    }
}
