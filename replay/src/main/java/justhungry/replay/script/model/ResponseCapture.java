package justhungry.replay.script.model;

import com.google.gson.JsonObject;
import java.util.Optional;

/** A part of a response that is kept under a name, as a variable. */
public record ResponseCapture(String name, JsonPointer pointer) {
    /**
     * A capture under a name.
     *
     * @throws IllegalArgumentException when the name is not valid
     */
    public ResponseCapture {
        Template.requireName(name);
    }

    /**
     * Captures the part. When it is absent, the variable has no value from now on, and the result is a message that
     * says so.
     */
    public Optional<String> captureFrom(JsonObject response, ScriptVariables into) {
        var found = pointer.in(response);
        into.set(name, found);
        return found.isPresent()
                ? Optional.empty()
                : Optional.of("%s: nothing to capture as %s".formatted(pointer, name));
    }
}
