package justhungry.replay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import justhungry.replay.script.model.Ask;
import justhungry.replay.script.model.Fault;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.KnownNames;
import justhungry.replay.script.model.Repeat;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.Fields;
import justhungry.replay.script.source.Node;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.Vocabulary;
import justhungry.replay.script.source.Words;

/** The parser of a line after the header: a request, a fault or a repeat. */
final class StepLine {
    private static final List<String> FAULT_KEYS = List.of("fault", "target");
    private static final List<String> STRIKE_KEYS = List.of("after", "fault", "target");
    private static final List<String> REPEAT_KEYS = List.of("repeat", "of", "faults");
    private static final List<String> FAULTS =
            Stream.of(Fault.values()).map(Fault::word).toList();
    private static final List<String> ALL_KEYS = Stream.of(AskPart.KEYS, FAULT_KEYS, REPEAT_KEYS)
            .flatMap(List::stream)
            .toList();

    private StepLine() {}

    static Step read(Node line, KnownNames names) throws ScriptException {
        var keys = line.object("a request, a fault or a repeat").keySet();
        if (keys.contains("op")) {
            return AskPart.read(line, names);
        }
        if (keys.contains("repeat")) {
            return repeat(line, names);
        }
        if (keys.contains("fault")) {
            return fault(line, Fields.of(line, "a fault", FAULT_KEYS));
        }
        Fields.of(line, "a line", ALL_KEYS);
        throw line.wrong("expected a request (with the key 'op'), a fault (with 'fault') or a repeat (with 'repeat')");
    }

    private static Repeat repeat(Node line, KnownNames names) throws ScriptException {
        var fields = Fields.of(line, "a repeat", REPEAT_KEYS);
        int iterations = (int) fields.required("repeat").whole("a number of iterations", 1, Repeat.TURNS);
        var of = requests(fields.required("of"), names.turn());
        long total = (long) iterations * of.size();
        var strikes =
                fields.optional("faults", faults -> strikes(faults, total)).orElse(List.of());
        return new Repeat(line.place().line().number(), iterations, of, strikes);
    }

    private static List<Ask> requests(Node of, KnownNames names) throws ScriptException {
        var elements = of.array("an array of requests");
        if (elements.isEmpty() || elements.size() > Repeat.REQUESTS_PER_TURN) {
            throw of.wrong("expected 1 to %d requests, found %d".formatted(Repeat.REQUESTS_PER_TURN, elements.size()));
        }
        var requests = new ArrayList<Ask>();
        for (var element : elements) {
            requests.add(AskPart.read(element, names));
        }
        return requests;
    }

    private static List<Repeat.Strike> strikes(Node faults, long total) throws ScriptException {
        var elements = faults.array("an array of faults");
        if (elements.size() > Repeat.FAULTS) {
            throw faults.wrong("expected at most %d faults, found %d".formatted(Repeat.FAULTS, elements.size()));
        }
        var strikes = new ArrayList<Repeat.Strike>();
        for (var element : elements) {
            var fields = Fields.of(element, "a fault of a repeat", STRIKE_KEYS);
            long after = fields.required("after").whole("a number of this repeat's requests", 0, total);
            strikes.add(new Repeat.Strike(after, fault(element, fields)));
        }
        return strikes;
    }

    private static FaultStep fault(Node node, Fields fields) throws ScriptException {
        var word = Vocabulary.word(fields.required("fault"), "fault", FAULTS);
        var target = target(fields.required("target"));
        return new FaultStep(node.place().line().number(), Fault.valueOf(word.toUpperCase(Locale.ROOT)), target);
    }

    /** Any name may be that of a process; but one that is almost a keyword is a typing error. */
    private static String target(Node node) throws ScriptException {
        var target = node.text("a target: a process's name, " + String.join(", ", FaultStep.TARGETS));
        if (!FaultStep.TARGETS.contains(target)
                && Words.nearest(target, FaultStep.TARGETS).isPresent()) {
            throw node.wrong("there is no target '%s'%s".formatted(target, Words.instead(target, FaultStep.TARGETS)));
        }
        return Vocabulary.made(node.place(), () -> new FaultStep(0, Fault.KILL, target))
                .target();
    }
}
