package justhungry.benchmarks.measure;

import java.util.List;
import java.util.Locale;

/**
 * The ratio of two subjects in one comparison: the median of the rounds' ratios, with the smallest and the largest. A machine
 * that was too unsteady for a ratio gives none.
 */
public record RatioInterval(double median, double smallest, double largest) {
    /** The largest ratio may be so many times the smallest: beyond it, the rounds do not agree on anything. */
    static final double WIDEST = 1.5;

    /** The interval of at least one round. */
    public static RatioInterval of(List<Double> ratios) {
        var sorted = ratios.stream().sorted().toList();
        return new RatioInterval(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
    }

    public boolean isTold() {
        return largest <= smallest * WIDEST;
    }

    /** As {@code 0.57 [0.51-0.62]}, or why there is no ratio. */
    public String text() {
        return String.format(
                Locale.ROOT,
                isTold() ? "**%.2f** [%.2f-%.2f]" : "none: the rounds differ [%2$.2f-%3$.2f]",
                median,
                smallest,
                largest);
    }
}
