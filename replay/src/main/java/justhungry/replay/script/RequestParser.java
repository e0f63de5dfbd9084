package justhungry.replay.script;

import java.util.ArrayList;
import java.util.List;
import justhungry.client.json.Operation;
import justhungry.replay.script.model.JsonPointer;
import justhungry.replay.script.model.PollTimeout;
import justhungry.replay.script.model.RequestArgsParser;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ResponseCapture;
import justhungry.replay.script.model.ResponseExpectation;
import justhungry.replay.script.model.ScriptScope;
import justhungry.replay.script.model.Template;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;

/** The parser of a request: a line, or an element of a repeat. */
final class RequestParser {
    static final List<String> KEYS = List.of("op", "user", "args", "expect", "capture", "within");

    private RequestParser() {}

    static RequestStep read(LocatedJson node, ScriptScope names) throws ScriptException {
        var fields = LocatedFields.of(node, "a request", KEYS);
        var op = operation(fields.required("op"));
        var user = names.user(fields.required("user"));
        var args = new RequestArgsParser(op, node).read(fields.optional("args"), names);
        var expectations =
                fields.optional("expect", expect -> expectations(expect, names)).orElse(List.of());
        var within = fields.optional("within", RequestParser::within);
        if (within.isPresent()) {
            requirePollable(fields.required("within"), op, expectations);
        }
        var captures =
                fields.optional("capture", capture -> captures(capture, names)).orElse(List.of());
        return new RequestStep(node.position().line().number(), op, user, args, expectations, captures, within);
    }

    private static Operation operation(LocatedJson node) throws ScriptException {
        return Operation.named(ParseChecks.requireOneOf(node, "op", Operation.names()))
                .orElseThrow();
    }

    private static List<ResponseExpectation> expectations(LocatedJson node, ScriptScope names) throws ScriptException {
        var expectations = new ArrayList<ResponseExpectation>();
        for (var member : node.object("an object of JSON Pointers, like {\"/status\":\"ok\"}")
                .entrySet()) {
            var pointer = pointer(member.getValue(), member.getKey());
            names.check(member.getValue().value());
            expectations.add(new ResponseExpectation(
                    pointer, new Template(member.getValue().value().json())));
        }
        return expectations;
    }

    private static JsonPointer pointer(LocatedJson.Property member, String text) throws ScriptException {
        return ParseChecks.construct(member.key(), () -> new JsonPointer(text));
    }

    /** The captured names can be used from the next line on. */
    private static List<ResponseCapture> captures(LocatedJson node, ScriptScope names) throws ScriptException {
        var captures = new ArrayList<ResponseCapture>();
        for (var member :
                node.object("an object of names, like {\"first\":\"/order\"}").entrySet()) {
            var place = member.getValue().key();
            var name = ParseChecks.construct(place, () -> Template.requireName(member.getKey()));
            var value = member.getValue().value();
            var text = value.string("a JSON Pointer, like \"/order\"");
            captures.add(
                    new ResponseCapture(name, ParseChecks.construct(value.position(), () -> new JsonPointer(text))));
            names.captured(place, name);
        }
        return captures;
    }

    private static PollTimeout within(LocatedJson node) throws ScriptException {
        var text = node.string("a time, like \"5s\"");
        return ParseChecks.construct(node.position(), () -> PollTimeout.parse(text));
    }

    private static void requirePollable(LocatedJson within, Operation op, List<ResponseExpectation> expectations)
            throws ScriptException {
        if (op.isUpdate()) {
            throw within.error(
                    "within is for reads only: it repeats the request, and %s would be executed again".formatted(op));
        }
        if (expectations.isEmpty()) {
            throw within.error("within needs expect: it repeats the read until the response is as expected");
        }
    }
}
