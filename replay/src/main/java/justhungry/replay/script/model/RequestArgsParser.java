package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.ScriptException;

/**
 * A parser of a request's arguments that checks, before anything is sent, that the API's records can hold them. The
 * values of variables are not known yet: a sample that always fits takes the place of each.
 */
public final class RequestArgsParser {
    private final Operation operation;
    private final LocatedJson request;
    private final Map<Operation.Argument, LocatedJson> args = new LinkedHashMap<>();

    /**
     * A parser for one request.
     *
     * @param request the position of the error when an argument is missing
     */
    public RequestArgsParser(Operation op, LocatedJson request) {
        this.operation = op;
        this.request = request;
    }

    public Template read(Optional<LocatedJson> node, ScriptScope names) throws ScriptException {
        if (node.isPresent()) {
            readArgs(node.get(), names);
        }
        for (var arg : operation.args()) {
            if (arg.presence() == Operation.Presence.REQUIRED && !args.containsKey(arg)) {
                throw node.orElse(request)
                        .error("%s needs '%s' in its args: %s"
                                .formatted(operation, arg.name(), arg.type().label()));
            }
        }
        requireValid(node.orElse(request));
        return new Template(node.map(LocatedJson::json).orElseGet(JsonObject::new));
    }

    private void readArgs(LocatedJson node, ScriptScope names) throws ScriptException {
        var fields = LocatedFields.of(
                node,
                "args of " + operation,
                operation.args().stream().map(Operation.Argument::name).toList());
        for (var arg : operation.args()) {
            var value = fields.optional(arg.name());
            if (value.isPresent()) {
                arg.type().check(value.get(), names);
                args.put(arg, value.get());
            }
        }
    }

    private void requireValid(LocatedJson whole) throws ScriptException {
        var all = new JsonObject();
        args.forEach((arg, node) -> all.add(arg.name(), withSamples(arg.type(), node)));
        var error = validationError(all);
        if (error.isPresent()) {
            throw invalidArgument().orElse(whole).error(error.get());
        }
    }

    /** The argument that does not fit even when all others do; empty when they do not fit together. */
    private Optional<LocatedJson> invalidArgument() {
        for (var arg : args.entrySet()) {
            if (validationError(samplesExcept(
                            arg.getKey().name(), withSamples(arg.getKey().type(), arg.getValue())))
                    .isPresent()) {
                return Optional.of(invalidItem(arg.getKey(), arg.getValue()));
            }
        }
        return Optional.empty();
    }

    /** In a basket, the product that does not fit; otherwise the argument itself. */
    private LocatedJson invalidItem(Operation.Argument arg, LocatedJson node) {
        for (var item : node.members().entrySet()) {
            var basket = new JsonObject();
            basket.add(
                    item.getKey(),
                    withSamples(ArgumentType.WHOLE_NUMBER, item.getValue().value()));
            if (validationError(samplesExcept(arg.name(), basket)).isPresent()) {
                return item.getValue().value();
            }
        }
        return node;
    }

    private JsonObject samplesExcept(String name, JsonElement value) {
        var samples = new JsonObject();
        args.keySet().forEach(arg -> samples.add(arg.name(), arg.type().sample()));
        samples.add(name, value);
        return samples;
    }

    private Optional<String> validationError(JsonObject filled) {
        try {
            operation.request(filled);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static JsonElement withSamples(ArgumentType kind, LocatedJson node) {
        if (kind == ArgumentType.ITEMS) {
            var basket = new JsonObject();
            node.members()
                    .forEach((product, item) ->
                            basket.add(product, withSamples(ArgumentType.WHOLE_NUMBER, item.value())));
            return basket;
        }
        try {
            return new Template(node.json()).resolve(ScriptVariables.empty());
        } catch (UnresolvedVariableException e) {
            return kind.sample();
        }
    }
}
