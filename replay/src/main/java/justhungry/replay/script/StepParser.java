package justhungry.replay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.FaultType;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptScope;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.WordSuggestions;

/** The parser of a line after the header: a request, a fault or a repeat. */
final class StepParser {
    private static final List<String> FAULT_KEYS = List.of("fault", "target");
    private static final List<String> SCHEDULED_FAULT_KEYS = List.of("after", "fault", "target");
    private static final List<String> REPEAT_KEYS = List.of("repeat", "of", "faults");
    private static final List<String> FAULTS =
            Stream.of(FaultType.values()).map(FaultType::label).toList();
    private static final List<String> ALL_KEYS = Stream.of(RequestParser.KEYS, FAULT_KEYS, REPEAT_KEYS)
            .flatMap(List::stream)
            .toList();

    private StepParser() {}

    static Step read(LocatedJson line, ScriptScope names) throws ScriptException {
        var keys = line.object("a request, a fault or a repeat").keySet();
        if (keys.contains("op")) {
            return RequestParser.read(line, names);
        }
        if (keys.contains("repeat")) {
            return repeat(line, names);
        }
        if (keys.contains("fault")) {
            return fault(line, LocatedFields.of(line, "a fault", FAULT_KEYS));
        }
        LocatedFields.of(line, "a line", ALL_KEYS);
        throw line.error("expected a request (with the key 'op'), a fault (with 'fault') or a repeat (with 'repeat')");
    }

    private static RepeatStep repeat(LocatedJson line, ScriptScope names) throws ScriptException {
        var fields = LocatedFields.of(line, "a repeat", REPEAT_KEYS);
        int iterations =
                (int) fields.required("repeat").wholeNumber("a number of iterations", 1, RepeatStep.MAX_ITERATIONS);
        var of = requests(fields.required("of"), names.iteration());
        long total = (long) iterations * of.size();
        var scheduled = fields.optional("faults", faults -> scheduledFaults(faults, total))
                .orElse(List.of());
        return new RepeatStep(line.position().line().number(), iterations, of, scheduled);
    }

    private static List<RequestStep> requests(LocatedJson of, ScriptScope names) throws ScriptException {
        var elements = of.array("an array of requests");
        if (elements.isEmpty() || elements.size() > RepeatStep.MAX_REQUESTS_PER_ITERATION) {
            throw of.error("expected 1 to %d requests, found %d"
                    .formatted(RepeatStep.MAX_REQUESTS_PER_ITERATION, elements.size()));
        }
        var requests = new ArrayList<RequestStep>();
        for (var element : elements) {
            requests.add(RequestParser.read(element, names));
        }
        return requests;
    }

    private static List<RepeatStep.ScheduledFault> scheduledFaults(LocatedJson faults, long total)
            throws ScriptException {
        var elements = faults.array("an array of faults");
        if (elements.size() > RepeatStep.MAX_FAULTS) {
            throw faults.error(
                    "expected at most %d faults, found %d".formatted(RepeatStep.MAX_FAULTS, elements.size()));
        }
        var scheduled = new ArrayList<RepeatStep.ScheduledFault>();
        for (var element : elements) {
            var fields = LocatedFields.of(element, "a fault of a repeat", SCHEDULED_FAULT_KEYS);
            long after = fields.required("after").wholeNumber("a number of this repeat's requests", 0, total);
            scheduled.add(new RepeatStep.ScheduledFault(after, fault(element, fields)));
        }
        return scheduled;
    }

    private static FaultStep fault(LocatedJson node, LocatedFields fields) throws ScriptException {
        var word = ParseChecks.requireOneOf(fields.required("fault"), "fault", FAULTS);
        var target = target(fields.required("target"));
        return new FaultStep(node.position().line().number(), FaultType.valueOf(word.toUpperCase(Locale.ROOT)), target);
    }

    /** Any name may be that of a process; but one that is almost a keyword is a typing error. */
    private static String target(LocatedJson node) throws ScriptException {
        var target = node.string("a target: a process's name, " + String.join(", ", FaultStep.TARGETS));
        if (!FaultStep.TARGETS.contains(target)
                && WordSuggestions.nearest(target, FaultStep.TARGETS).isPresent()) {
            throw node.error("there is no target '%s'%s"
                    .formatted(target, WordSuggestions.suggestion(target, FaultStep.TARGETS)));
        }
        return ParseChecks.construct(node.position(), () -> new FaultStep(0, FaultType.KILL, target))
                .target();
    }
}
