package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import justhungry.client.json.ArgumentForm;
import justhungry.client.json.InvalidArgumentException;
import justhungry.client.json.Operation;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ScriptException;

/**
 * A parser of a request's arguments that checks, before anything is sent, that the API's records can hold them. A
 * variable is allowed wherever a number or a string is. Its value is not known yet: a sample that always fits takes its
 * place.
 */
public final class RequestArgsParser {
    private static final JsonElement SAMPLE_NUMBER = new JsonPrimitive(1);
    private static final String NUMBER = "a whole number, or a variable like \"${first}\"";

    private final Operation operation;
    private final LocatedJson request;

    /**
     * A parser for one request.
     *
     * @param request the position of the error when an argument is missing
     */
    public RequestArgsParser(Operation op, LocatedJson request) {
        this.operation = op;
        this.request = request;
    }

    /** Reads the arguments; the exception has all mistakes. */
    public Template read(Optional<LocatedJson> node, ScriptScope names) throws ScriptException {
        var mistakes = new MistakeCollector();
        var fields = node.isPresent()
                ? Optional.of(LocatedFields.of(node.get(), "args of " + operation, operation.argumentNames(), mistakes))
                : Optional.<LocatedFields>empty();
        for (var arg : operation.arguments()) {
            var value = fields.flatMap(all -> all.optional(arg.name()));
            if (value.isPresent()) {
                mistakes.read(() -> requireType(arg, value.get(), names));
            } else if (arg.presence() == Operation.Presence.REQUIRED
                    && fields.map(all -> all.isMissing(arg.name())).orElse(true)) {
                mistakes.add(node.orElse(request)
                        .error("%s needs '%s' in its args: %s".formatted(operation, arg.name(), label(arg.form()))));
            }
        }
        mistakes.check();
        requireValid(node);
        return new Template(node.map(LocatedJson::json).orElseGet(JsonObject::new));
    }

    /** Returns the value when it has the type of the argument. */
    private static LocatedJson requireType(Operation.Argument arg, LocatedJson value, ScriptScope names)
            throws ScriptException {
        switch (arg.form().shape()) {
            case TEXT -> requireText(arg, value, names);
            case NUMBER -> requireNumber(value, names);
            case NUMBERS -> {
                for (var item : value.object(arg.form().label()).values()) {
                    requireNumber(item.value(), names);
                }
            }
        }
        return value;
    }

    private static void requireText(Operation.Argument arg, LocatedJson value, ScriptScope names)
            throws ScriptException {
        value.string(arg.form().label());
        names.check(value);
    }

    private static void requireNumber(LocatedJson value, ScriptScope names) throws ScriptException {
        if (!value.isWholeNumber()) {
            value.string(NUMBER);
            names.check(value);
            if (!new Template(value.json()).isVariable()) {
                throw value.expected(NUMBER);
            }
        }
    }

    private void requireValid(Optional<LocatedJson> args) throws ScriptException {
        var filled = new JsonObject();
        for (var arg : operation.arguments()) {
            args.flatMap(all -> value(all, arg))
                    .ifPresent(value -> filled.add(arg.name(), withSamples(arg.form(), value)));
        }
        try {
            operation.request(filled);
        } catch (InvalidArgumentException e) {
            var place = args.orElse(request);
            for (var key : e.path()) {
                place = Optional.ofNullable(place.members().get(key))
                        .map(LocatedJson.Property::value)
                        .orElse(place);
            }
            throw place.error(String.valueOf(e.getMessage()));
        }
    }

    private static JsonElement withSamples(ArgumentForm form, LocatedJson value) {
        if (form.shape() != ArgumentForm.Shape.NUMBERS) {
            return resolved(value, form.sampleJson());
        }
        var numbers = new JsonObject();
        value.members().forEach((name, item) -> numbers.add(name, resolved(item.value(), SAMPLE_NUMBER)));
        return numbers;
    }

    private static JsonElement resolved(LocatedJson value, JsonElement sample) {
        try {
            return new Template(value.json()).resolve(ScriptVariables.empty());
        } catch (UnresolvedVariableException e) {
            return sample;
        }
    }

    private static Optional<LocatedJson> value(LocatedJson args, Operation.Argument arg) {
        return Optional.ofNullable(args.members().get(arg.name())).map(LocatedJson.Property::value);
    }

    private static String label(ArgumentForm form) {
        return form.shape() == ArgumentForm.Shape.NUMBER ? NUMBER : form.label();
    }
}
