package justhungry.replay.script.model;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * The exact value that a part of a response must have. Numbers are compared by value, objects regardless of key order.
 */
public record ResponseExpectation(JsonPointer pointer, Template expected) {
    /** A message with the expected and the actual value; empty when they are equal. */
    public Optional<String> check(JsonObject response, ScriptVariables variables) {
        try {
            var value = expected.resolve(variables);
            var found = pointer.in(response);
            return found.filter(value::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of("%s: expected %s, found %s"
                            .formatted(
                                    pointer, value, found.map(Object::toString).orElse("nothing")));
        } catch (UnresolvedVariableException e) {
            return Optional.of("%s: expected %s, but %s".formatted(pointer, expected.json(), e.getMessage()));
        }
    }
}
