package justhungry.cli.script;

import com.google.gson.JsonObject;
import java.util.Optional;

/** What a part of a response must be, exactly. Numbers are compared by value, objects whatever the order of their keys. */
public record Expectation(JsonPointer pointer, Template expected) {
    /** A sentence that says what was expected and what was found; empty when it is as expected. */
    public Optional<String> check(JsonObject response, Variables variables) {
        try {
            var wanted = expected.fill(variables);
            var found = pointer.in(response);
            return found.filter(wanted::equals).isPresent()
                    ? Optional.empty()
                    : Optional.of("%s: expected %s, found %s"
                            .formatted(
                                    pointer, wanted, found.map(Object::toString).orElse("nothing there")));
        } catch (UnfitValueException e) {
            return Optional.of("%s: expected %s, but %s".formatted(pointer, expected.json(), e.getMessage()));
        }
    }
}
