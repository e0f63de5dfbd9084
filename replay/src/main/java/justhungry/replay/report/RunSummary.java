package justhungry.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;
import justhungry.replay.run.RunListener;
import org.HdrHistogram.Histogram;

/** The summary of a run: requests by outcome, latencies, failed expectations, and the consequences of each fault. */
public final class RunSummary implements RunListener {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<String, Long> counts = new TreeMap<>();
    private final Histogram latencies = new Histogram(HdrLog.SIGNIFICANT_DIGITS);
    private final List<FaultReport> faults = new ArrayList<>();

    /** The fault whose injection has started; its consequences may be seen before it is done. */
    private Optional<FaultReport> startingFault = Optional.empty();

    private long mismatches;
    private long unanswered;
    private long epoch;
    private long first = Long.MAX_VALUE;
    private long last;

    @Override
    public void onFaultStarting(RunEvent.FaultStarting event) {
        startingFault = Optional.of(new FaultReport(event, epoch));
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) {
        var report = startingFault.orElseThrow();
        report.onFaultInjected(event.names());
        faults.add(report);
        startingFault = Optional.empty();
    }

    @Override
    public void onStatusChanged(RunEvent.StatusChanged event) {
        openReports().forEach(report -> report.onStatusChanged(event));
        epoch = Math.max(epoch, event.epoch());
    }

    @Override
    public void onRequestCompleted(RequestRecord exchange) {
        counts.merge("%-12s  %s".formatted(exchange.operation(), exchange.statusLabel()), 1L, Long::sum);
        mismatches += exchange.mismatches().isEmpty() ? 0 : 1;
        unanswered += exchange.isSent() && exchange.reply().isEmpty() ? 1 : 0;
        if (exchange.isCompleted()) {
            latencies.recordValue(exchange.times().latency());
            first = Math.min(first, exchange.times().sent());
            last = Math.max(last, exchange.times().end());
            openReports().forEach(report -> report.onRequestCompleted(exchange));
        }
        exchange.reply().ifPresent(reply -> epoch = Math.max(epoch, reply.epoch()));
    }

    /** The reports still open: each fault is followed until the next one is injected. */
    private List<FaultReport> openReports() {
        var last = faults.isEmpty() ? Stream.<FaultReport>empty() : Stream.of(faults.get(faults.size() - 1));
        return Stream.concat(last, startingFault.stream()).toList();
    }

    /** The number of requests with a failed expectation or a capture that found nothing. */
    public long mismatches() {
        return mismatches;
    }

    /** Whether nothing was sent. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The number of requests without an answer: not executed, or of unknown outcome. */
    public long unanswered() {
        return unanswered;
    }

    /** The summary as lines for people. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        long settled = latencies.getTotalCount();
        double seconds = settled == 0 ? 0 : (last - first) / NANOS_PER_SECOND;
        lines.add("%,d %s completed in %.1f s, %,.0f per second"
                .formatted(settled, requests(settled), seconds, rate(settled, seconds)));
        counts.forEach((what, count) -> lines.add("  %-44s %,11d".formatted(what, count)));
        if (settled > 0) {
            lines.add("latency    p50 %s  p90 %s  p99 %s  p99.9 %s  max %s"
                    .formatted(
                            percentile(50),
                            percentile(90),
                            percentile(99),
                            percentile(99.9),
                            millis(latencies.getMaxValue())));
        }
        FaultReport.texts(faults).forEach(text -> lines.add("fault      " + text));
        if (mismatches > 0) {
            lines.add("not as expected: %,d %s".formatted(mismatches, requests(mismatches)));
        }
        return lines;
    }

    private static String requests(long count) {
        return count == 1 ? "request" : "requests";
    }

    private static double rate(long settled, double seconds) {
        return seconds == 0 ? 0 : settled / seconds;
    }

    private String percentile(double percentile) {
        return millis(latencies.getValueAtPercentile(percentile));
    }

    private static String millis(long nanos) {
        return "%.1f ms".formatted(nanos / NANOS_PER_MILLI);
    }
}
