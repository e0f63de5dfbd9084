package justhungry.replay.check.engine;

import java.io.IOException;
import java.util.List;

/**
 * The check of all answers, in the order of their update numbers, against a single server that follows the rules.
 *
 * <p>After a wrong answer the check accepts it and continues from there, so that one cause is counted once where that is
 * possible.
 */
final class SequentialCheck<S, Q, A> {
    /** The owner of the update numbers that no acknowledged update has. */
    enum GapOwner {
        /** Updates of this history with an unknown outcome. */
        OWN,
        /** Updates of other clients, or it cannot be determined. */
        OTHERS
    }

    /** The end of a check. */
    enum CheckEnd {
        COMPLETE,
        /** The gaps cannot be filled, or in too many ways. */
        ABANDONED
    }

    /**
     * The maximum number of answers that are computed for further possible worlds: as many as a very long history has.
     */
    private static final long MAX_EFFORT = 5_000_000;

    private final OperationReader<Q, A> reader;
    private final OperationTimes times;
    private final SequentialOrder order;
    private final List<UnknownUpdate<Q, A>> unknown;
    private final GapOwner gaps;
    private final AnomalyCounts anomalies;
    private final Model<S, Q, A> model;
    private PossibleWorlds<S, Q, A> worlds;
    private long updateNumber;

    SequentialCheck(
            OperationReader<Q, A> reader,
            OperationTimes times,
            SequentialOrder order,
            Model<S, Q, A> model,
            List<UnknownUpdate<Q, A>> unknown,
            GapOwner gaps,
            AnomalyCounts findings) {
        this.reader = reader;
        this.times = times;
        this.order = order;
        this.unknown = unknown;
        this.gaps = gaps;
        this.anomalies = findings;
        this.model = model;
        this.worlds =
                PossibleWorlds.of(model, model.init(gaps == GapOwner.OWN && order.gaps() > 0 ? unknown.size() : 0));
        this.updateNumber = order.base();
    }

    /** Checks the whole partition. */
    CheckEnd run() throws IOException {
        var monotonicity = new MonotonicityCheck(times, anomalies);
        long effort = 0;
        for (int index : order.indices()) {
            long own = times.updateNumber(index);
            long before = times.isUpdate(index) ? own - 1 : own;
            if (before > updateNumber && fillGap(before) == CheckEnd.ABANDONED) {
                return CheckEnd.ABANDONED;
            }
            effort += worlds.size() - 1;
            if (effort > MAX_EFFORT) {
                return CheckEnd.ABANDONED;
            }
            updateNumber = Math.max(updateNumber, own);
            monotonicity.next(index);
            if (times.kind(index) != OperationKind.UNDECIDED) {
                var operation = reader.read(times.line(index));
                check(operation);
                worlds = worlds.accept(index, operation);
            }
        }
        return CheckEnd.COMPLETE;
    }

    private CheckEnd fillGap(long last) {
        if (gaps == GapOwner.OTHERS) {
            var candidates = unknown.stream()
                    .filter(update -> update.lowerBound() < last)
                    .map(UnknownUpdate::request)
                    .toList();
            model.onGap(last - updateNumber, candidates);
            return CheckEnd.COMPLETE;
        }
        for (long gap = updateNumber + 1; gap <= last; gap++) {
            var next = worlds.attribute(gap, unknown);
            if (next.isEmpty()) {
                return CheckEnd.ABANDONED;
            }
            worlds = next.get();
        }
        return CheckEnd.COMPLETE;
    }

    private void check(HistoryOperation<Q, A> operation) {
        var certainty = model.certainty(operation.request());
        if (certainty == Model.Certainty.NOTHING) {
            anomalies.count(CheckMetric.UNDECIDED, 1);
            return;
        }
        var fitting = worlds.keep(state -> rightAnswer(state, operation).equals(operation.answer()));
        if (fitting.isEmpty()) {
            var state = worlds.any();
            model.diagnose(operation, rightAnswer(state, operation), state, times)
                    .forEach(anomaly -> anomaly.countIn(anomalies));
            return;
        }
        worlds = fitting.get();
        if (certainty == Model.Certainty.PART) {
            anomalies.count(CheckMetric.UNDECIDED, 1);
        }
    }

    private A rightAnswer(S state, HistoryOperation<Q, A> operation) {
        return model.step(state, operation.request(), operation.answer()).answer();
    }
}
