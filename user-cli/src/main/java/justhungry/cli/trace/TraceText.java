package justhungry.cli.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import justhungry.api.client.PrimaryTrace;
import justhungry.api.client.Reply;
import justhungry.api.client.RequestTrace;
import justhungry.api.shop.Request;
import justhungry.client.ClientTrace;

/**
 * The way of a request as a line: {@code PLACE_ORDER: frontend1 -> server1 (epoch 1, entry 3) -> server2 3.1 ms, server3
 * 4.0 ms -> acknowledged after 6.2 ms}.
 */
public final class TraceText {
    private static final String ARROW = " -> ";

    private TraceText() {}

    public static String line(Request request, ClientTrace trace) {
        var steps = new ArrayList<String>();
        trace.silent().forEach(name -> steps.add(name + " (no answer)"));
        trace.settled().ifPresent(settled -> steps.addAll(steps(settled)));
        return request.operation() + ": " + String.join(ARROW, steps);
    }

    private static List<String> steps(RequestTrace trace) {
        var steps = new ArrayList<String>();
        steps.add(trace.frontend());
        trace.attempts().forEach(attempt -> steps.add(step(attempt)));
        boolean hasEntry = trace.attempts().stream()
                .anyMatch(
                        attempt -> attempt.answer() != null && attempt.answer().entry() > 0);
        steps.add("%s after %s".formatted(trace.reply().accept(new EndOfWay(hasEntry)), millis(trace.micros())));
        return steps;
    }

    private static String step(RequestTrace.Attempt attempt) {
        var answer = attempt.answer();
        if (answer == null) {
            return "%s (epoch %d, no answer, %s)"
                    .formatted(attempt.backend(), attempt.epoch(), millis(attempt.micros()));
        }
        var step = "%s (epoch %d%s)"
                .formatted(attempt.backend(), attempt.epoch(), answer.reply().accept(new EntryOfReply(answer)));
        return answer.acknowledgements().isEmpty() ? step : step + ARROW + replicas(answer);
    }

    private static String replicas(PrimaryTrace answer) {
        return answer.acknowledgements().stream()
                .map(each -> each.replica() + " " + millis(each.micros()))
                .collect(Collectors.joining(", "));
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
    }

    /** The last step: what the reply says of the request. */
    private record EndOfWay(boolean hasEntry) implements Reply.Visitor<String> {
        @Override
        public String visit(Reply.Answered answered) {
            return hasEntry ? "acknowledged" : "answered";
        }

        @Override
        public String visit(Reply.NotExecuted refused) {
            return "not carried out (%s)".formatted(refused.cause());
        }

        @Override
        public String visit(Reply.OutcomeUnknown unknown) {
            return "outcome unknown";
        }

        @Override
        public String visit(Reply.NotPrimary elsewhere) {
            return "no primary";
        }
    }

    /** The part of a step that tells of the entry, or why there is none. */
    private record EntryOfReply(PrimaryTrace trace) implements Reply.Visitor<String> {
        @Override
        public String visit(Reply.Answered answered) {
            if (trace.entry() == 0) {
                return ", read at entry %d".formatted(answered.revision());
            }
            return answered.revision() < trace.entry()
                    ? ", entry %d; carried out before, in entry %d".formatted(trace.entry(), answered.revision())
                    : ", entry %d".formatted(trace.entry());
        }

        @Override
        public String visit(Reply.NotExecuted refused) {
            return "";
        }

        @Override
        public String visit(Reply.OutcomeUnknown unknown) {
            return trace.entry() == 0 ? "" : ", entry %d, not acknowledged".formatted(trace.entry());
        }

        @Override
        public String visit(Reply.NotPrimary elsewhere) {
            return ", not the primary";
        }
    }
}
