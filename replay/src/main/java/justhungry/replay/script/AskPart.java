package justhungry.replay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import justhungry.replay.script.model.ArgsPart;
import justhungry.replay.script.model.Ask;
import justhungry.replay.script.model.Capture;
import justhungry.replay.script.model.Expectation;
import justhungry.replay.script.model.JsonPointer;
import justhungry.replay.script.model.KnownNames;
import justhungry.replay.script.model.Op;
import justhungry.replay.script.model.Template;
import justhungry.replay.script.model.Within;
import justhungry.replay.script.source.Fields;
import justhungry.replay.script.source.Node;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.Vocabulary;

/** The parser of a request: a line, or an element of a repeat. */
final class AskPart {
    static final List<String> KEYS = List.of("op", "user", "args", "expect", "capture", "within");

    private static final List<String> OPS = Stream.of(Op.values()).map(Op::name).toList();

    private AskPart() {}

    static Ask read(Node node, KnownNames names) throws ScriptException {
        var fields = Fields.of(node, "a request", KEYS);
        var op = Op.valueOf(Vocabulary.word(fields.required("op"), "op", OPS));
        var user = names.user(fields.required("user"));
        var args = new ArgsPart(op, node).read(fields.optional("args"), names);
        var expectations =
                fields.optional("expect", expect -> expectations(expect, names)).orElse(List.of());
        var within = fields.optional("within", AskPart::within);
        if (within.isPresent()) {
            requirePollable(fields.required("within"), op, expectations);
        }
        var captures =
                fields.optional("capture", capture -> captures(capture, names)).orElse(List.of());
        return new Ask(node.place().line().number(), op, user, args, expectations, captures, within);
    }

    private static List<Expectation> expectations(Node node, KnownNames names) throws ScriptException {
        var expectations = new ArrayList<Expectation>();
        for (var member : node.object("an object of JSON Pointers, like {\"/status\":\"ok\"}")
                .entrySet()) {
            var pointer = pointer(member.getValue(), member.getKey());
            names.check(member.getValue().value());
            expectations.add(new Expectation(
                    pointer, new Template(member.getValue().value().json())));
        }
        return expectations;
    }

    private static JsonPointer pointer(Node.Member member, String text) throws ScriptException {
        return Vocabulary.made(member.key(), () -> new JsonPointer(text));
    }

    /** The captured names can be used from the next line on. */
    private static List<Capture> captures(Node node, KnownNames names) throws ScriptException {
        var captures = new ArrayList<Capture>();
        for (var member :
                node.object("an object of names, like {\"first\":\"/order\"}").entrySet()) {
            var place = member.getValue().key();
            var name = Vocabulary.made(place, () -> Template.requireName(member.getKey()));
            var value = member.getValue().value();
            var text = value.text("a JSON Pointer, like \"/order\"");
            captures.add(new Capture(name, Vocabulary.made(value.place(), () -> new JsonPointer(text))));
            names.captured(place, name);
        }
        return captures;
    }

    private static Within within(Node node) throws ScriptException {
        var text = node.text("a time, like \"5s\"");
        return Vocabulary.made(node.place(), () -> Within.parse(text));
    }

    private static void requirePollable(Node within, Op op, List<Expectation> expectations) throws ScriptException {
        if (op.isUpdate()) {
            throw within.wrong(
                    "within is for reads only: it repeats the request, and %s would be executed again".formatted(op));
        }
        if (expectations.isEmpty()) {
            throw within.wrong("within needs expect: it repeats the read until the response is as expected");
        }
    }
}
