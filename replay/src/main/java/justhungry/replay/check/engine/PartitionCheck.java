package justhungry.replay.check.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import justhungry.replay.check.engine.SequentialCheck.CheckEnd;
import justhungry.replay.check.engine.SequentialCheck.GapOwner;

/**
 * The check of one partition.
 *
 * <p>Every answer has an update number: updates are numbered 1, 2, 3, … as they are executed, and a read has the number
 * of the last update that it sees. So the order of a single server is known, and each answer is checked in that order.
 * Numbers that no answer of the history has are first attributed to its updates of unknown outcome; only when that
 * explains nothing, to updates by others.
 */
final class PartitionCheck<S, Q, A> {
    private final OperationReader<Q, A> reader;
    private final Model<S, Q, A> model;
    private final OperationTimes times = new OperationTimes();

    PartitionCheck(OperationReader<Q, A> reader, Model<S, Q, A> model) {
        this.reader = reader;
        this.model = model;
    }

    void add(HistoryOperation<Q, A> operation) {
        times.add(operation);
        model.observe(operation);
    }

    /** What was counted before and what this partition adds; the argument is not used afterwards. */
    AnomalyCounts check(AnomalyCounts anomalies) throws IOException {
        anomalies.count(CheckMetric.REQUESTS, times.size());
        var realTime = new RealTimeCheck(times);
        var floors = realTime.check(anomalies);
        realTime.checkLost(anomalies);
        anomalies.count(CheckMetric.UNKNOWN, floors.size());
        if (times.indices().noneMatch(times::hasPlace)) {
            anomalies.count(CheckMetric.UNDECIDED, times.size());
            anomalies.addExample(CheckMetric.UNDECIDED, () -> "no back end answered any request");
            return anomalies;
        }
        return checkAnswers(new SequentialOrder(times, model.base(), anomalies), unknown(floors), anomalies);
    }

    private AnomalyCounts checkAnswers(
            SequentialOrder order, List<UnknownUpdate<Q, A>> unknown, AnomalyCounts anomalies) throws IOException {
        var own = anomalies.copy();
        boolean fits = order.gaps() <= unknown.size() && run(order, unknown, GapOwner.OWN, own) == CheckEnd.COMPLETE;
        if (fits && (order.gaps() == 0 || own.anomalies() == anomalies.anomalies())) {
            return own;
        }
        var anybodys = anomalies.copy();
        run(order, unknown, GapOwner.OTHERS, anybodys);
        if (fits && own.anomalies() <= anybodys.anomalies()) {
            return own;
        }
        reportGaps(order.gaps(), unknown.size(), anybodys);
        return anybodys;
    }

    private CheckEnd run(
            SequentialOrder order, List<UnknownUpdate<Q, A>> unknown, GapOwner gaps, AnomalyCounts anomalies)
            throws IOException {
        return new SequentialCheck<>(reader, times, order, model, unknown, gaps, anomalies).run();
    }

    private static void reportGaps(long gaps, long unknown, AnomalyCounts findings) {
        long others = Math.max(0, gaps - unknown);
        findings.count(CheckMetric.OTHERS, others);
        findings.count(CheckMetric.UNDECIDED, gaps - others);
        findings.addExample(
                others > 0 ? CheckMetric.OTHERS : CheckMetric.UNDECIDED,
                () -> others > 0
                        ? "other clients used the cluster during the run, so not every stock and order number could be judged; run it on a cluster of its own"
                        : "it is not certain which requests of unknown outcome took effect, so not every response could be judged");
    }

    private List<UnknownUpdate<Q, A>> unknown(Map<Integer, Long> floors) throws IOException {
        var unknown = new ArrayList<UnknownUpdate<Q, A>>();
        for (int index :
                times.indices().filter(index -> times.kind(index).isUnknown()).toArray()) {
            var operation = reader.read(times.line(index));
            unknown.add(new UnknownUpdate<>(
                    index, floors.getOrDefault(index, 0L), operation.request(), operation.answer()));
        }
        return unknown.stream()
                .sorted(Comparator.comparingLong(UnknownUpdate::lowerBound))
                .toList();
    }
}
