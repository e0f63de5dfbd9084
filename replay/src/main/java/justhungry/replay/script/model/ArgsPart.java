package justhungry.replay.script.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import justhungry.replay.script.source.Fields;
import justhungry.replay.script.source.Node;
import justhungry.replay.script.source.ScriptException;

/**
 * A parser of a request's arguments that checks, before anything is sent, that the API's records can hold them. The
 * values of variables are not known yet: a sample that always fits takes the place of each.
 */
public final class ArgsPart {
    private final Op op;
    private final Node request;
    private final Map<Op.Arg, Node> args = new LinkedHashMap<>();

    /**
     * A parser for one request.
     *
     * @param request the position of the error when an argument is missing
     */
    public ArgsPart(Op op, Node request) {
        this.op = op;
        this.request = request;
    }

    public Template read(Optional<Node> node, KnownNames names) throws ScriptException {
        if (node.isPresent()) {
            readArgs(node.get(), names);
        }
        for (var arg : op.args()) {
            if (arg.need() == Op.Need.REQUIRED && !args.containsKey(arg)) {
                throw node.orElse(request)
                        .wrong("%s needs '%s' in its args: %s"
                                .formatted(op, arg.name(), arg.kind().words()));
            }
        }
        requireFit(node.orElse(request));
        return new Template(node.map(Node::json).orElseGet(JsonObject::new));
    }

    private void readArgs(Node node, KnownNames names) throws ScriptException {
        var fields = Fields.of(
                node, "args of " + op, op.args().stream().map(Op.Arg::name).toList());
        for (var arg : op.args()) {
            var value = fields.optional(arg.name());
            if (value.isPresent()) {
                arg.kind().check(value.get(), names);
                args.put(arg, value.get());
            }
        }
    }

    private void requireFit(Node whole) throws ScriptException {
        var all = new JsonObject();
        args.forEach((arg, node) -> all.add(arg.name(), known(arg.kind(), node)));
        var error = misfit(all);
        if (error.isPresent()) {
            throw culprit().orElse(whole).wrong(error.get());
        }
    }

    /** The argument that does not fit even when all others do; empty when they do not fit together. */
    private Optional<Node> culprit() {
        for (var arg : args.entrySet()) {
            if (misfit(samplesBut(arg.getKey().name(), known(arg.getKey().kind(), arg.getValue())))
                    .isPresent()) {
                return Optional.of(culpritIn(arg.getKey(), arg.getValue()));
            }
        }
        return Optional.empty();
    }

    /** In a basket, the product that does not fit; otherwise the argument itself. */
    private Node culpritIn(Op.Arg arg, Node node) {
        for (var item : node.members().entrySet()) {
            var basket = new JsonObject();
            basket.add(item.getKey(), known(Kind.WHOLE, item.getValue().value()));
            if (misfit(samplesBut(arg.name(), basket)).isPresent()) {
                return item.getValue().value();
            }
        }
        return node;
    }

    private JsonObject samplesBut(String name, JsonElement value) {
        var samples = new JsonObject();
        args.keySet().forEach(arg -> samples.add(arg.name(), arg.kind().sample()));
        samples.add(name, value);
        return samples;
    }

    private Optional<String> misfit(JsonObject filled) {
        try {
            op.request(filled);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static JsonElement known(Kind kind, Node node) {
        if (kind == Kind.ITEMS) {
            var basket = new JsonObject();
            node.members().forEach((product, item) -> basket.add(product, known(Kind.WHOLE, item.value())));
            return basket;
        }
        try {
            return new Template(node.json()).fill(Variables.none());
        } catch (UnfitValueException e) {
            return kind.sample();
        }
    }
}
