package justhungry.replay.check.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The counters of a verification's figures, with the first few examples of each. */
public final class AnomalyCounts {
    private static final int MAX_EXAMPLES = 10;

    private final Map<CheckMetric, Long> metrics = new EnumMap<>(CheckMetric.class);
    private final Map<CheckMetric, List<String>> examples = new EnumMap<>(CheckMetric.class);
    private final BitSet missing = new BitSet();
    private final BitSet stale = new BitSet();
    private final Set<Long> unexplained = new HashSet<>();

    public AnomalyCounts() {
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

    public void count(CheckMetric figure, long more) {
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

    /** Counts a missing acknowledged update, once for each update, by its line. */
    void missing(int line, Supplier<String> sentence) {
        reportOnce(line, missing, CheckMetric.MISSING, sentence);
    }

    /** Counts a stale operation, once for each operation, by its line. */
    void stale(int line, Supplier<String> sentence) {
        reportOnce(line, stale, CheckMetric.STALE, sentence);
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

    /** All figures, in order. */
    public Map<CheckMetric, Long> metrics() {
        return metrics;
    }

    /** Up to ten sentences for each figure, with the line of the history. */
    public Map<CheckMetric, List<String>> examples() {
        return examples;
    }

    private void reportOnce(int line, BitSet counted, CheckMetric figure, Supplier<String> sentence) {
        if (!counted.get(line)) {
            counted.set(line);
            report(figure, sentence);
        }
    }

    private List<String> examples(CheckMetric figure) {
        return examples.computeIfAbsent(figure, f -> new ArrayList<>());
    }
}
