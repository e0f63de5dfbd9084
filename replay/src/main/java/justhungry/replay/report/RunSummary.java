package justhungry.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private long mismatches;
    private long unanswered;
    private long epoch;
    private long first = Long.MAX_VALUE;
    private long last;

    @Override
    public void onFaultStarting(RunEvent.FaultStarting event) {
        faults.removeIf(report -> !report.isInjected()); // It failed, and is tried again.
        if (!faults.isEmpty()) {
            faults.get(faults.size() - 1).onNextFault(event.at());
        }
        faults.add(new FaultReport(event, epoch));
    }

    @Override
    public void onFaultInjected(RunEvent.FaultInjected event) {
        faults.get(faults.size() - 1).onFaultInjected();
    }

    @Override
    public void onStatusChanged(RunEvent.StatusChanged event) {
        openReports(event.at()).forEach(report -> report.onStatusChanged(event));
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
        }
        if (exchange.isSent()) {
            onAnswered(exchange);
        }
    }

    @Override
    public void onPollAnswered(RequestRecord exchange) {
        onAnswered(exchange);
    }

    @Override
    public void onStillWaiting(RunEvent.StillWaiting event) {
        openReports(event.silentSince()).forEach(report -> report.onSilence(event.silentSince(), event.at()));
    }

    private void onAnswered(RequestRecord exchange) {
        openReports(exchange.times().silentSince()).forEach(report -> report.onAnswered(exchange));
        exchange.reply().ifPresent(reply -> epoch = Math.max(epoch, reply.epoch()));
    }

    /** The faults that something concerns that began at this time: each is followed until the next one starts. */
    private List<FaultReport> openReports(long start) {
        int first = faults.size();
        while (first > 0 && faults.get(first - 1).isOpenAt(start)) {
            first--;
        }
        return faults.subList(first, faults.size());
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
        FaultReport.texts(faults.stream().filter(FaultReport::isInjected).toList())
                .forEach(text -> lines.add("fault      " + text));
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
