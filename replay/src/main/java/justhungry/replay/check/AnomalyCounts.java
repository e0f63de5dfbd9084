package justhungry.replay.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The counters of a verification's figures, with the first few examples of each. */
final class AnomalyCounts {
    private static final int MAX_EXAMPLES = 10;

    private final Map<CheckMetric, Long> metrics = new EnumMap<>(CheckMetric.class);
    private final Map<CheckMetric, List<String>> examples = new EnumMap<>(CheckMetric.class);
    private final BitSet missing = new BitSet();
    private final BitSet stale = new BitSet();
    private final Set<Long> unexplained = new HashSet<>();

    AnomalyCounts() {
        for (var figure : CheckMetric.values()) {
            metrics.put(figure, 0L);
            examples.put(figure, new ArrayList<>());
        }
    }

    /** An independent copy. */
    AnomalyCounts copy() {
        var copy = new AnomalyCounts();
        copy.metrics.putAll(metrics);
        examples.forEach((figure, sentences) -> copy.examples(figure).addAll(sentences));
        copy.missing.or(missing);
        copy.stale.or(stale);
        copy.unexplained.addAll(unexplained);
        return copy;
    }

    void count(CheckMetric figure, long more) {
        metrics.merge(figure, more, Long::sum);
    }

    void report(CheckMetric figure, Supplier<String> sentence) {
        count(figure, 1);
        addExample(figure, sentence);
    }

    /** Adds an example to a figure without counting. */
    void addExample(CheckMetric figure, Supplier<String> sentence) {
        var sentences = examples(figure);
        if (sentences.size() < MAX_EXAMPLES) {
            sentences.add(sentence.get());
        }
    }

    /** Counts a missing acknowledged update, once for each update. */
    void missing(int index, Supplier<String> sentence) {
        reportOnce(index, missing, CheckMetric.MISSING, sentence);
    }

    /** Counts a stale request, once for each request. */
    void stale(int index, Supplier<String> sentence) {
        reportOnce(index, stale, CheckMetric.STALE, sentence);
    }

    /** Counts an order that no request explains, once for each order. */
    void placedTwice(long order, Supplier<String> sentence) {
        if (unexplained.add(order)) {
            report(CheckMetric.PLACED_TWICE, sentence);
        }
    }

    /** The number of errors of the cluster. */
    long anomalies() {
        return metrics.entrySet().stream()
                .filter(figure -> figure.getKey().isAnomaly())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    VerificationResult result() {
        return new VerificationResult(metrics, examples);
    }

    private void reportOnce(int index, BitSet counted, CheckMetric figure, Supplier<String> sentence) {
        if (!counted.get(index)) {
            counted.set(index);
            report(figure, sentence);
        }
    }

    private List<String> examples(CheckMetric figure) {
        return examples.computeIfAbsent(figure, f -> new ArrayList<>());
    }
}
