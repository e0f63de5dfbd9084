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
final class Findings {
    private static final int EXAMPLES = 10;

    private final Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    private final Map<Figure, List<String>> examples = new EnumMap<>(Figure.class);
    private final BitSet missing = new BitSet();
    private final BitSet stale = new BitSet();
    private final Set<Long> unexplained = new HashSet<>();

    Findings() {
        for (var figure : Figure.values()) {
            figures.put(figure, 0L);
            examples.put(figure, new ArrayList<>());
        }
    }

    /** An independent copy. */
    Findings copy() {
        var copy = new Findings();
        copy.figures.putAll(figures);
        examples.forEach((figure, sentences) -> copy.examples(figure).addAll(sentences));
        copy.missing.or(missing);
        copy.stale.or(stale);
        copy.unexplained.addAll(unexplained);
        return copy;
    }

    void count(Figure figure, long more) {
        figures.merge(figure, more, Long::sum);
    }

    void found(Figure figure, Supplier<String> sentence) {
        count(figure, 1);
        remark(figure, sentence);
    }

    /** Adds an example to a figure without counting. */
    void remark(Figure figure, Supplier<String> sentence) {
        var sentences = examples(figure);
        if (sentences.size() < EXAMPLES) {
            sentences.add(sentence.get());
        }
    }

    /** Counts a missing acknowledged update, once for each update. */
    void missing(int index, Supplier<String> sentence) {
        once(index, missing, Figure.MISSING, sentence);
    }

    /** Counts a stale request, once for each request. */
    void stale(int index, Supplier<String> sentence) {
        once(index, stale, Figure.STALE, sentence);
    }

    /** Counts an order that no request explains, once for each order. */
    void placedTwice(long order, Supplier<String> sentence) {
        if (unexplained.add(order)) {
            found(Figure.PLACED_TWICE, sentence);
        }
    }

    /** The number of errors of the cluster. */
    long accusations() {
        return figures.entrySet().stream()
                .filter(figure -> figure.getKey().accuses())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    Verdict verdict() {
        return new Verdict(figures, examples);
    }

    private void once(int index, BitSet counted, Figure figure, Supplier<String> sentence) {
        if (!counted.get(index)) {
            counted.set(index);
            found(figure, sentence);
        }
    }

    private List<String> examples(Figure figure) {
        return examples.computeIfAbsent(figure, f -> new ArrayList<>());
    }
}
