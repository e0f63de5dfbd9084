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
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;

/** The parser of a request: a line, or an element of a repeat. */
final class RequestParser {
    static final List<String> KEYS = List.of("op", "user", "args", "expect", "capture", "within");

    private RequestParser() {}

    /** Reads a request; the exception has all its mistakes. */
    static RequestStep read(LocatedJson node, ScriptScope names) throws ScriptException {
        var mistakes = new MistakeCollector();
        var fields = LocatedFields.of(node, "a request", KEYS, mistakes);
        var op = mistakes.read(() -> operation(fields.required("op")));
        var user = mistakes.read(() -> names.user(fields.required("user")));
        var args = op.flatMap(
                known -> mistakes.read(() -> new RequestArgsParser(known, node).read(fields.optional("args"), names)));
        var expectations = mistakes.read(() ->
                fields.optional("expect", expect -> expectations(expect, names)).orElse(List.of()));
        var within = mistakes.read(() -> fields.optional("within", RequestParser::within));
        if (op.isPresent()
                && expectations.isPresent()
                && fields.optional("within").isPresent()) {
            mistakes.read(() -> requirePollable(fields.required("within"), op.get(), expectations.get()));
        }
        var captures = mistakes.read(() ->
                fields.optional("capture", capture -> captures(capture, names)).orElse(List.of()));
        mistakes.check();
        return new RequestStep(
                node.position().line().number(),
                op.orElseThrow(),
                user.orElseThrow(),
                args.orElseThrow(),
                expectations.orElseThrow(),
                captures.orElseThrow(),
                within.orElseThrow());
    }

    private static Operation operation(LocatedJson node) throws ScriptException {
        return Operation.named(ParseChecks.requireOneOf(node, "op", Operation.names()))
                .orElseThrow();
    }

    private static List<ResponseExpectation> expectations(LocatedJson node, ScriptScope names) throws ScriptException {
        var mistakes = new MistakeCollector();
        var expectations = new ArrayList<ResponseExpectation>();
        for (var member : node.object("an object of JSON Pointers, like {\"/status\":\"ok\"}")
                .entrySet()) {
            mistakes.read(() -> expectation(member.getKey(), member.getValue(), names))
                    .ifPresent(expectations::add);
        }
        mistakes.check();
        return expectations;
    }

    private static ResponseExpectation expectation(String key, LocatedJson.Property member, ScriptScope names)
            throws ScriptException {
        var pointer = pointer(member, key);
        names.check(member.value());
        return new ResponseExpectation(pointer, new Template(member.value().json()));
    }

    private static JsonPointer pointer(LocatedJson.Property member, String text) throws ScriptException {
        return ParseChecks.construct(member.key(), () -> new JsonPointer(text));
    }

    /** The captured names can be used from the next line on. */
    private static List<ResponseCapture> captures(LocatedJson node, ScriptScope names) throws ScriptException {
        var mistakes = new MistakeCollector();
        var captures = new ArrayList<ResponseCapture>();
        for (var member :
                node.object("an object of names, like {\"first\":\"/order\"}").entrySet()) {
            mistakes.read(() -> capture(member.getKey(), member.getValue(), names))
                    .ifPresent(captures::add);
        }
        mistakes.check();
        return captures;
    }

    /** The name is known even if its pointer is wrong: those who use it have made no mistake. */
    private static ResponseCapture capture(String key, LocatedJson.Property member, ScriptScope names)
            throws ScriptException {
        var name = ParseChecks.construct(member.key(), () -> Template.requireName(key));
        names.captured(member.key(), name);
        var value = member.value();
        var text = value.string("a JSON Pointer, like \"/order\"");
        return new ResponseCapture(name, ParseChecks.construct(value.position(), () -> new JsonPointer(text)));
    }

    private static PollTimeout within(LocatedJson node) throws ScriptException {
        var text = node.string("a time, like \"5s\"");
        return ParseChecks.construct(node.position(), () -> PollTimeout.parse(text));
    }

    private static Operation requirePollable(LocatedJson within, Operation op, List<ResponseExpectation> expectations)
            throws ScriptException {
        if (op.isUpdate()) {
            throw within.error(
                    "'within' is for reads only: it repeats the request, and %s would be executed again".formatted(op));
        }
        if (expectations.isEmpty()) {
            throw within.error("'within' needs 'expect': it repeats the read until the response is as expected");
        }
        return op;
    }
}
