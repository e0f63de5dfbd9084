package justhungry.replay.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import justhungry.replay.script.model.FaultStep;
import justhungry.replay.script.model.FaultType;
import justhungry.replay.script.model.RepeatStep;
import justhungry.replay.script.model.RequestStep;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.ScriptException;

/** The plan of a script for a person: what it would do, line by line, and what looks like a mistake. */
public final class ScriptPlan {
    /** The maximum number of lines; of a longer script, the plan has the beginning. */
    private static final int MAX_LINES = 100;

    private static final int MAX_NAMED_REQUESTS = 5;

    private final FirstLines lines = new FirstLines();
    private final FirstLines warnings = new FirstLines();
    private RequestRun requests = new RequestRun();
    private long paused;
    private long killed;

    private ScriptPlan() {}

    /** The first {@link #MAX_LINES} lines, and the number of the others. */
    private static final class FirstLines {
        private final List<String> kept = new ArrayList<>();
        private long hidden;

        void add(String line) {
            if (kept.size() < MAX_LINES) {
                kept.add(line);
            } else {
                hidden++;
            }
        }

        /** The lines; then, if there are others, how many. */
        List<String> all(String what) {
            var all = new ArrayList<>(kept);
            if (hidden > 0) {
                all.add("… and %,d more%s".formatted(hidden, what));
            }
            return all;
        }
    }

    /** Requests that follow one another. Of a long run only the first ones are kept. */
    private static final class RequestRun {
        private final List<RequestStep> first = new ArrayList<>();
        private long count;
        private int lastLine;

        void add(RequestStep request) {
            if (first.size() < MAX_NAMED_REQUESTS) {
                first.add(request);
            }
            count++;
            lastLine = request.line();
        }

        String text() {
            var start = first.get(0);
            return count == 1
                    ? "line %d: %s".formatted(start.line(), label(start))
                    : "lines %d to %d: %s".formatted(start.line(), lastLine, names(count, first));
        }
    }

    /**
     * The lines of the plan, warnings last.
     *
     * @throws ScriptException when the file has changed since it was checked
     */
    public static List<String> lines(Script script) throws ScriptException {
        var plan = new ScriptPlan();
        try (var steps = script.steps()) {
            for (var step = steps.next(); step.isPresent(); step = steps.next()) {
                plan.add(step.get());
            }
        }
        plan.endRequests();
        return plan.all(script);
    }

    private List<String> all(Script script) {
        var all = new ArrayList<>(lines.all(""));
        if (script.requests() == 0) {
            all.add("warning: there is no request in it");
        }
        all.addAll(warnings.all(" warnings"));
        return all;
    }

    private void add(Step step) {
        if (step instanceof RequestStep request) {
            requests.add(request);
            return;
        }
        endRequests();
        lines.add("line %d: %s".formatted(step.line(), step.accept(new StepLabel())));
        step.faults().forEach(this::follow);
    }

    /** The words for each kind of step. */
    private static final class StepLabel implements Step.Visitor<String> {
        @Override
        public String visit(RequestStep request) {
            return label(request);
        }

        @Override
        public String visit(FaultStep fault) {
            return label(fault);
        }

        @Override
        public String visit(RepeatStep repeat) {
            return label(repeat);
        }
    }

    /** Adds the requests that follow one another as one line. */
    private void endRequests() {
        if (requests.count > 0) {
            lines.add(requests.text());
            requests = new RequestRun();
        }
    }

    /** Notes a fault; those that follow may need it. */
    private void follow(FaultStep fault) {
        if (fault.fault() == FaultType.RESUME && fault.target().equals("paused") && paused == 0) {
            warnings.add(
                    "warning: line %d: %s: no line before it pauses a process".formatted(fault.line(), label(fault)));
        }
        if (fault.fault() == FaultType.RESTART && fault.target().equals("killed") && killed == 0) {
            warnings.add(
                    "warning: line %d: %s: no line before it kills a process".formatted(fault.line(), label(fault)));
        }
        switch (fault.fault()) {
            case KILL -> killed++;
            case PAUSE -> paused++;
            case RESUME -> paused = Math.max(0, paused - 1);
            case RESTART -> killed = Math.max(0, killed - 1);
        }
    }

    private static String label(RequestStep request) {
        return "%s of %s%s"
                .formatted(
                        request.operation(),
                        request.user(),
                        request.within()
                                .map(", until it is as expected, for up to %s"::formatted)
                                .orElse(""));
    }

    private static String label(FaultStep fault) {
        return fault.fault().label() + " " + fault.target();
    }

    /** As {@code 250 x 2 requests (CANCEL, PLACE_ORDER), kill primary after 200}. */
    private static String label(RepeatStep repeat) {
        var of = repeat.iterationRequests();
        var text = new StringBuilder(
                of.size() == 1
                        ? "%,d x %s".formatted(repeat.iterations(), of.get(0).operation())
                        : "%,d x %d requests (%s)".formatted(repeat.iterations(), of.size(), names(of.size(), of)));
        repeat.scheduledFaults()
                .forEach(fault -> text.append(", %s after %,d".formatted(label(fault.fault()), fault.after())));
        return text.toString();
    }

    private static String names(long count, List<RequestStep> first) {
        return count > MAX_NAMED_REQUESTS
                ? "%,d requests".formatted(count)
                : first.stream().map(each -> each.operation().toString()).collect(Collectors.joining(", "));
    }
}
