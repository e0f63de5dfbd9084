package justhungry.client.json;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.api.shop.Request;

/** A kind of request, by its name in scripts and histories, with its arguments. It follows from the request's record. */
public final class Operation {
    private static final Map<String, Operation> BY_NAME = records(Request.class)
            .map(Operation::new)
            .collect(Collectors.toMap(
                    Operation::name,
                    Function.identity(),
                    (one, other) -> {
                        throw new IllegalStateException("two requests have the name " + one);
                    },
                    LinkedHashMap::new));

    /** An argument of a kind of request. */
    public record Argument(String name, ArgumentForm form, Presence presence) {}

    /** The need for an argument: required or optional. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    private final RecordForm form;
    private final Request sample;
    private final List<Argument> arguments;

    private Operation(Class<?> request) {
        form = JsonForms.ofRecord(request);
        sample = (Request) form.sample();
        arguments = form.arguments("", Presence.REQUIRED).toList();
    }

    /** All operations, in the order of their records. */
    public static List<Operation> all() {
        return List.copyOf(BY_NAME.values());
    }

    public static Optional<Operation> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    public static Operation of(Request request) {
        return named(request.operation()).orElseThrow();
    }

    /** The names of all operations, in the order of their records. */
    public static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    public String name() {
        return sample.operation();
    }

    /** Whether it changes the state, so that sending it again as a new request would execute it twice. */
    public boolean isUpdate() {
        return sample.isUpdate();
    }

    public List<Argument> arguments() {
        return arguments;
    }

    public List<String> argumentNames() {
        return arguments.stream().map(Argument::name).toList();
    }

    /**
     * The request with these arguments. Those that are not its own are ignored.
     *
     * @throws InvalidArgumentException when one is missing, or the request cannot hold them
     */
    public Request request(JsonObject args) {
        return (Request) form.read(args);
    }

    @Override
    public String toString() {
        return name();
    }

    private static Stream<Class<?>> records(Class<?> kind) {
        return kind.isRecord()
                ? Stream.of(kind)
                : Stream.of(kind.getPermittedSubclasses()).flatMap(Operation::records);
    }
}
