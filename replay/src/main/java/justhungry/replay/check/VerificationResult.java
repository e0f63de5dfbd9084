package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import justhungry.replay.check.engine.CheckMetric;

/**
 * The result of a verification.
 *
 * @param metrics all figures, in order
 * @param examples up to ten sentences for each figure, with the line of the history
 */
public record VerificationResult(Map<CheckMetric, Long> metrics, Map<CheckMetric, List<String>> examples) {
    private static final int WIDTH = 22;

    public VerificationResult {
        metrics = Collections.unmodifiableMap(new EnumMap<>(metrics));
        examples = Collections.unmodifiableMap(new EnumMap<>(examples));
    }

    public long metric(CheckMetric figure) {
        return metrics.getOrDefault(figure, 0L);
    }

    /** Whether there were requests, and every figure of a fault is 0. */
    public boolean passed() {
        return metric(CheckMetric.REQUESTS) > 0
                && metrics.entrySet().stream()
                        .noneMatch(figure -> figure.getKey().isFault() && figure.getValue() != 0);
    }

    /** The result for people: a line for each figure, its examples below it, and the conclusion at the end. */
    public List<String> text() {
        var lines = new ArrayList<String>();
        int digits = metrics.values().stream()
                .mapToInt(value -> value.toString().length())
                .max()
                .orElse(1);
        metrics.forEach((figure, value) -> {
            lines.add(("%-" + WIDTH + "s%" + digits + "d").formatted(figure.label(), value));
            examplesOf(figure).forEach(example -> lines.add("  " + example));
        });
        lines.add(conclusion());
        return lines;
    }

    /** The result for programs: {@code passed}, {@code conclusion}, {@code figures}, and {@code examples} of the figures that have some. */
    public JsonObject json() {
        var values = new JsonObject();
        var sentences = new JsonObject();
        metrics.forEach((figure, value) -> {
            values.addProperty(figure.key(), value);
            if (!examplesOf(figure).isEmpty()) {
                var array = new JsonArray();
                examplesOf(figure).forEach(array::add);
                sentences.add(figure.key(), array);
            }
        });
        var json = new JsonObject();
        json.addProperty("passed", passed());
        json.addProperty("conclusion", conclusion());
        json.add("figures", values);
        json.add("examples", sentences);
        return json;
    }

    private List<String> examplesOf(CheckMetric figure) {
        return examples.getOrDefault(figure, List.of());
    }

    private String conclusion() {
        if (passed()) {
            return "verified: every response is what a single server would have given";
        }
        if (metric(CheckMetric.REQUESTS) == 0) {
            return "NOT verified: the history has no requests";
        }
        boolean accused =
                metrics.entrySet().stream().anyMatch(figure -> figure.getKey().isAnomaly() && figure.getValue() != 0);
        return accused
                ? "NOT verified: the cluster did what a single server would not have done"
                : "NOT verified: no error was found, but not everything could be judged";
    }
}
