package justhungry.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;

/**
 * The consequences of a fault up to the next one: the times at which a front end noticed it, a new view was in use, and
 * the first answer of that epoch came, and the longest time without an answer. In nanoseconds after the fault.
 */
public final class FaultReport {
    private static final double NANOS_PER_MILLI = 1e6;

    private final RunEvent.FaultStarting fault;
    private final long epochBefore;
    private List<String> names = List.of();
    private OptionalLong noticed = OptionalLong.empty();
    private OptionalLong view = OptionalLong.empty();
    private OptionalLong firstAnswer = OptionalLong.empty();
    private long epoch;
    private String primary = "none";
    private long lastAnswer;
    private long longestGap;

    FaultReport(RunEvent.FaultStarting fault, long epochBefore) {
        this.fault = fault;
        this.epochBefore = epochBefore;
        this.lastAnswer = fault.at();
    }

    void onStatusChanged(RunEvent.StatusChanged now) {
        if (!now.primaryAnswers() && noticed.isEmpty()) {
            noticed = after(now.at());
        }
        if (now.epoch() > epochBefore && view.isEmpty()) {
            view = after(now.at());
            epoch = now.epoch();
            primary = now.primary().orElse("none");
        }
    }

    void onRequestCompleted(RequestRecord exchange) {
        long end = exchange.times().end();
        longestGap = Math.max(longestGap, end - lastAnswer);
        lastAnswer = Math.max(lastAnswer, end);
        boolean ofNewEpoch =
                exchange.reply().filter(reply -> reply.epoch() > epochBefore).isPresent();
        if (ofNewEpoch && firstAnswer.isEmpty()) {
            firstAnswer = after(end);
        }
    }

    /** Sets the processes into which the fault was injected. */
    void onFaultInjected(List<String> processes) {
        names = processes;
    }

    /** One line for a person. */
    String text() {
        var parts = new ArrayList<String>();
        noticed.ifPresent(after -> parts.add("noticed after " + millis(after)));
        view.ifPresent(after ->
                parts.add("new view after %s (epoch %d, primary %s)".formatted(millis(after), epoch, primary)));
        firstAnswer.ifPresent(after -> parts.add("first answer in it after " + millis(after)));
        parts.add("longest time without an answer " + millis(longestGap));
        return "line %d, at %.1f s: %s %s (%s): %s"
                .formatted(
                        fault.line(),
                        fault.at() / 1e9,
                        fault.fault().label(),
                        fault.target(),
                        String.join(", ", names),
                        String.join(", ", parts));
    }

    static List<String> texts(List<FaultReport> reports) {
        return reports.stream().map(FaultReport::text).toList();
    }

    private OptionalLong after(long at) {
        return OptionalLong.of(Math.max(0, at - fault.at()));
    }

    private static String millis(long nanos) {
        return "%.0f ms".formatted(nanos / NANOS_PER_MILLI);
    }
}
