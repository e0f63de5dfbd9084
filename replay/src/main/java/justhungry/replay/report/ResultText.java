package justhungry.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;

/** The results of a run for a person: a line for each request and fault; the requests of a repeat are counted. */
public final class ResultText implements RunListener {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<String> SHOWN_KEYS = List.of("order", "total", "message");

    private final Consumer<String> printer;
    private Optional<RepeatCounts> repeat = Optional.empty();

    public ResultText(Consumer<String> say) {
        this.printer = say;
    }

    /** The requests of a repeat by operation and outcome. */
    private record RepeatCounts(RunEvent.RepeatStarted start, Map<String, Long> counts) {
        void add(RequestRecord exchange) {
            counts.merge(exchange.operation() + " " + exchange.statusLabel(), 1L, Long::sum);
        }

        String text(long end) {
            return text(" in %.1f s".formatted((end - start.at()) / NANOS_PER_SECOND));
        }

        /** For a repeat that was interrupted or broken off. */
        String unfinishedText() {
            return text(", not finished");
        }

        private String text(String end) {
            return "line %d  %,d iterations%s: %s"
                    .formatted(
                            start.line(),
                            start.iterations(),
                            end,
                            counts.isEmpty()
                                    ? "no request completed"
                                    : counts.entrySet().stream()
                                            .map(each -> "%s %,d".formatted(each.getKey(), each.getValue()))
                                            .collect(Collectors.joining(", ")));
        }
    }

    @Override
    public void onRepeatStarted(RunEvent.RepeatStarted event) {
        repeat = Optional.of(new RepeatCounts(event, new TreeMap<>()));
    }

    @Override
    public void onRepeatEnded(RunEvent.RepeatEnded event) {
        repeat.ifPresent(counts -> printer.accept(counts.text(event.at())));
        repeat = Optional.empty();
    }

    @Override
    public void onRequestCompleted(RequestRecord request) {
        if (repeat.isPresent()) {
            repeat.get().add(request);
        } else {
            printer.accept(text(request));
        }
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) {
        printer.accept("line %d  %s %s: %s"
                .formatted(event.line(), event.fault().label(), event.target(), String.join(", ", event.names())));
    }

    @Override
    public void close() {
        repeat.ifPresent(counts -> printer.accept(counts.unfinishedText()));
        repeat = Optional.empty();
    }

    private static String text(RequestRecord exchange) {
        var parts = new ArrayList<String>();
        for (var key : SHOWN_KEYS) {
            var value = exchange.response().get(key);
            if (value != null && value.isJsonPrimitive()) {
                parts.add(key.equals("message") ? value.getAsString() : key + " " + value.getAsString());
            }
        }
        return "line %d  %s of %s: %s, %.1f ms%s"
                .formatted(
                        exchange.line(),
                        exchange.operation(),
                        exchange.user(),
                        exchange.statusLabel(),
                        exchange.times().latency() / NANOS_PER_MILLI,
                        parts.isEmpty() ? "" : "; " + String.join(", ", parts));
    }
}
