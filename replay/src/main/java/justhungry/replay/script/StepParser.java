package justhungry.replay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import justhungry.platform.text.NearestWord;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.FaultType;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.ScriptScope;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.LocatedFields;
import justhungry.replay.script.source.LocatedJson;
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ParseChecks;
import justhungry.replay.script.source.ScriptException;

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

    /** Whether it is known what a line is. */
    static boolean isKnown(LocatedJson line) {
        return Stream.of("op", "repeat", "fault").anyMatch(line.members()::containsKey);
    }

    static Step read(LocatedJson line, ScriptScope names) throws ScriptException {
        var keys = line.object("a request, a fault or a repeat").keySet();
        if (keys.contains("op")) {
            return RequestParser.read(line, names);
        }
        if (keys.contains("repeat")) {
            return repeat(line, names);
        }
        if (keys.contains("fault")) {
            return fault(line);
        }
        var mistakes = new MistakeCollector();
        LocatedFields.of(line, "a line", ALL_KEYS, mistakes);
        mistakes.check();
        throw line.error("expected a request (with the key 'op'), a fault (with 'fault') or a repeat (with 'repeat')");
    }

    private static RepeatStep repeat(LocatedJson line, ScriptScope names) throws ScriptException {
        var mistakes = new MistakeCollector();
        var fields = LocatedFields.of(line, "a repeat", REPEAT_KEYS, mistakes);
        var iterations = mistakes.read(() ->
                (int) fields.required("repeat").wholeNumber("a number of iterations", 1, RepeatStep.MAX_ITERATIONS));
        var of = mistakes.read(() -> requests(fields.required("of"), names.iteration()));
        // How many requests there are is not known after a mistake.
        long total = iterations.isPresent() && of.isPresent()
                ? (long) iterations.get() * of.get().size()
                : RepeatStep.MAX_REQUESTS;
        var scheduled = mistakes.read(() -> fields.optional("faults", faults -> scheduledFaults(faults, total))
                .orElse(List.of()));
        mistakes.check();
        return new RepeatStep(
                line.position().line().number(), iterations.orElseThrow(), of.orElseThrow(), scheduled.orElseThrow());
    }

    private static List<RequestStep> requests(LocatedJson of, ScriptScope names) throws ScriptException {
        var elements = of.array("an array of requests");
        if (elements.isEmpty() || elements.size() > RepeatStep.MAX_REQUESTS_PER_ITERATION) {
            throw of.error("expected 1 to %d requests, found %d"
                    .formatted(RepeatStep.MAX_REQUESTS_PER_ITERATION, elements.size()));
        }
        var mistakes = new MistakeCollector();
        var requests = new ArrayList<RequestStep>();
        for (var element : elements) {
            mistakes.read(() -> RequestParser.read(element, names)).ifPresent(requests::add);
        }
        mistakes.check();
        return requests;
    }

    private static List<RepeatStep.ScheduledFault> scheduledFaults(LocatedJson faults, long total)
            throws ScriptException {
        var elements = faults.array("an array of faults");
        if (elements.size() > RepeatStep.MAX_FAULTS) {
            throw faults.error(
                    "expected at most %d faults, found %d".formatted(RepeatStep.MAX_FAULTS, elements.size()));
        }
        var mistakes = new MistakeCollector();
        var scheduled = new ArrayList<RepeatStep.ScheduledFault>();
        for (var element : elements) {
            mistakes.read(() -> scheduledFault(element, total)).ifPresent(scheduled::add);
        }
        mistakes.check();
        return scheduled;
    }

    private static RepeatStep.ScheduledFault scheduledFault(LocatedJson element, long total) throws ScriptException {
        var mistakes = new MistakeCollector();
        var fields = LocatedFields.of(element, "a fault of a repeat", SCHEDULED_FAULT_KEYS, mistakes);
        var after = mistakes.read(() -> fields.required("after").wholeNumber("a number of requests", 0, total));
        var fault = fault(element, fields, mistakes);
        mistakes.check();
        return new RepeatStep.ScheduledFault(after.orElseThrow(), fault.orElseThrow());
    }

    private static FaultStep fault(LocatedJson line) throws ScriptException {
        var mistakes = new MistakeCollector();
        var fields = LocatedFields.of(line, "a fault", FAULT_KEYS, mistakes);
        var fault = fault(line, fields, mistakes);
        mistakes.check();
        return fault.orElseThrow();
    }

    private static Optional<FaultStep> fault(LocatedJson node, LocatedFields fields, MistakeCollector mistakes) {
        var word = mistakes.read(() -> ParseChecks.requireOneOf(fields.required("fault"), "fault", FAULTS));
        var target = mistakes.read(() -> target(fields.required("target")));
        return word.isEmpty() || target.isEmpty()
                ? Optional.empty()
                : Optional.of(new FaultStep(
                        node.position().line().number(),
                        FaultType.valueOf(word.get().toUpperCase(Locale.ROOT)),
                        target.get()));
    }

    /** Any name may be that of a process; but one that is almost a keyword is a typing error. */
    private static String target(LocatedJson node) throws ScriptException {
        var target = node.string("a target: a process's name, " + String.join(", ", FaultStep.TARGETS));
        if (!FaultStep.TARGETS.contains(target)
                && !NearestWord.to(target, FaultStep.TARGETS).isEmpty()) {
            throw node.error("there is no target '%s'%s"
                    .formatted(target, NearestWord.didYouMeanOrAll(target, FaultStep.TARGETS)));
        }
        return ParseChecks.construct(node.position(), () -> new FaultStep(0, FaultType.KILL, target))
                .target();
    }
}
