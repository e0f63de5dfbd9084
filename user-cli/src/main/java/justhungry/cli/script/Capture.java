package justhungry.cli.script;

import com.google.gson.JsonObject;
import java.util.Optional;

/** Keeps a part of a response under a name. */
public record Capture(String name, JsonPointer pointer) {
    /**
     * Names a part of a response.
     *
     * @throws IllegalArgumentException when the name is none
     */
    public Capture {
        Template.requireName(name);
    }

    /** Takes the part. When there is nothing, the variable has no value from now on, and a sentence says so. */
    public Optional<String> take(JsonObject response, Variables into) {
        var found = pointer.in(response);
        into.set(name, found);
        return found.isPresent()
                ? Optional.empty()
                : Optional.of("%s: nothing there to capture as %s".formatted(pointer, name));
    }
}
