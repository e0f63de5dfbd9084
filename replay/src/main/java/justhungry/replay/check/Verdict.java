package justhungry.replay.check;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a verification.
 *
 * @param figures all figures, in order
 * @param examples up to ten sentences for each figure, with the line of the history
 */
public record Verdict(Map<Figure, Long> figures, Map<Figure, List<String>> examples) {
    private static final int WIDTH = 22;

    public Verdict {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        examples = Collections.unmodifiableMap(new EnumMap<>(examples));
    }

    public long figure(Figure figure) {
        return figures.getOrDefault(figure, 0L);
    }

    /** Whether every figure of a fault is 0. */
    public boolean passed() {
        return figures.entrySet().stream().noneMatch(figure -> figure.getKey().isFault() && figure.getValue() != 0);
    }

    /** The result for people: a line for each figure, its examples below it, and the conclusion at the end. */
    public List<String> text() {
        var lines = new ArrayList<String>();
        int digits = figures.values().stream()
                .mapToInt(value -> value.toString().length())
                .max()
                .orElse(1);
        figures.forEach((figure, value) -> {
            lines.add(("%-" + WIDTH + "s%" + digits + "d").formatted(figure.words(), value));
            examplesOf(figure).forEach(example -> lines.add("  " + example));
        });
        lines.add(conclusion());
        return lines;
    }

    /** The result for programs: {@code passed}, {@code figures}, and {@code examples} of the figures that have some. */
    public JsonObject json() {
        var values = new JsonObject();
        var sentences = new JsonObject();
        figures.forEach((figure, value) -> {
            values.addProperty(figure.key(), value);
            if (!examplesOf(figure).isEmpty()) {
                var array = new JsonArray();
                examplesOf(figure).forEach(array::add);
                sentences.add(figure.key(), array);
            }
        });
        var json = new JsonObject();
        json.addProperty("passed", passed());
        json.add("figures", values);
        json.add("examples", sentences);
        return json;
    }

    private List<String> examplesOf(Figure figure) {
        return examples.getOrDefault(figure, List.of());
    }

    private String conclusion() {
        if (passed()) {
            return "verified: every response is what a single server would have given";
        }
        boolean accused =
                figures.entrySet().stream().anyMatch(figure -> figure.getKey().accuses() && figure.getValue() != 0);
        return accused
                ? "NOT verified: the cluster did what a single server would not have done"
                : "NOT verified: no error was found, but not everything could be judged";
    }
}
