package justhungry.replay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import justhungry.replay.run.RequestRecord;
import justhungry.replay.run.RunEvent;

/**
 * The consequences of a fault up to the next one: the times at which a front end noticed it, a new view was in use, and
 * the first answer of that epoch came, and the longest time for which requests waited without an answer to any. In
 * nanoseconds after the fault.
 */
public final class FaultReport {
    private static final double NANOS_PER_MILLI = 1e6;

    private final RunEvent.FaultStarting fault;
    private final long epochBefore;
    private long end = Long.MAX_VALUE;
    private boolean injected;
    private OptionalLong noticed = OptionalLong.empty();
    private OptionalLong view = OptionalLong.empty();
    private OptionalLong firstAnswer = OptionalLong.empty();
    private long epoch;
    private Optional<String> primary = Optional.empty();
    private OptionalLong longestSilence = OptionalLong.empty();

    FaultReport(RunEvent.FaultStarting fault, long epochBefore) {
        this.fault = fault;
        this.epochBefore = epochBefore;
    }

    /** Ends the report where the next fault begins. */
    void onNextFault(long at) {
        end = at;
    }

    /** Whether something that began at this time is before its end. */
    boolean isOpenAt(long start) {
        return start < end;
    }

    void onStatusChanged(RunEvent.StatusChanged now) {
        if (now.at() >= end) {
            return;
        }
        if (!now.primaryAnswers() && noticed.isEmpty() && view.isEmpty()) {
            noticed = OptionalLong.of(after(now.at()));
        }
        if (now.epoch() > epochBefore) {
            onView(now.epoch(), Optional.of(now.primary().orElse("none")), now.at());
        }
    }

    /** An answer tells of a view, too, and often before the front end is asked for its status again. */
    void onAnswered(RequestRecord exchange) {
        long at = exchange.times().end();
        onSilence(exchange.times().silentSince(), at);
        if (at < end) {
            exchange.reply().filter(reply -> reply.epoch() > epochBefore).ifPresent(reply -> {
                firstAnswer = earlier(firstAnswer, at);
                onView(reply.epoch(), Optional.empty(), at);
            });
        }
    }

    /** Notes that requests waited for this time without an answer to any; the part after the fault counts. */
    void onSilence(long from, long to) {
        if (to > fault.at()) {
            long silence = Math.min(to, end) - Math.max(from, fault.at());
            longestSilence = OptionalLong.of(Math.max(longestSilence.orElse(0), silence));
        }
    }

    /** Notes a view of which there is news; the first one is told. */
    private void onView(long newEpoch, Optional<String> newPrimary, long at) {
        view = earlier(view, at);
        if (epoch == 0 || newEpoch < epoch) {
            epoch = newEpoch;
            primary = newPrimary;
        } else if (newEpoch == epoch && primary.isEmpty()) {
            primary = newPrimary;
        }
    }

    void onFaultInjected() {
        injected = true;
    }

    boolean isInjected() {
        return injected;
    }

    /** One line for a person. */
    String text() {
        var parts = new ArrayList<String>();
        noticed.ifPresent(after -> parts.add("noticed after " + millis(Math.min(after, view.orElse(after)))));
        view.ifPresent(after -> parts.add("new view after %s (epoch %d%s)"
                .formatted(
                        millis(after),
                        epoch,
                        primary.map(", primary %s"::formatted).orElse(""))));
        firstAnswer.ifPresent(after -> parts.add("first answer in that view after " + millis(after)));
        parts.add(
                longestSilence.isPresent()
                        ? "longest time without an answer " + millis(longestSilence.getAsLong())
                        : "no request was waiting");
        return "line %d, at %.1f s: %s %s (%s): %s"
                .formatted(
                        fault.line(),
                        fault.at() / 1e9,
                        fault.fault().label(),
                        fault.target(),
                        String.join(", ", fault.names()),
                        String.join(", ", parts));
    }

    static List<String> texts(List<FaultReport> reports) {
        return reports.stream().map(FaultReport::text).toList();
    }

    private OptionalLong earlier(OptionalLong known, long at) {
        long after = after(at);
        return OptionalLong.of(Math.min(known.orElse(after), after));
    }

    private long after(long at) {
        return Math.max(0, at - fault.at());
    }

    private static String millis(long nanos) {
        return "%.0f ms".formatted(nanos / NANOS_PER_MILLI);
    }
}
