package justhungry.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import justhungry.replay.check.engine.CheckMetric;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A history with the details of two users, and the means to change its lines and to judge it. */
abstract class VerificationHarness {
    final HistoryBuilder history = new HistoryBuilder();

    @TempDir
    Path directory;

    @BeforeEach
    void saveDetails() {
        history.details("ada");
        history.details("bob");
    }

    JsonObject view(String user, JsonObject placed) {
        return history.request(user, "VIEW_ORDER", "{'order':%d}".formatted(HistoryBuilder.number(placed)));
    }

    VerificationResult result() {
        return history.verify(directory);
    }

    /** Adds the reads at the end, as in every run. */
    void assertFaults(Map<CheckMetric, Long> expected) {
        assertFaults(history.readAtTheEnd("ada", "bob"), expected);
    }

    void assertFaults(HistoryBuilder told, Map<CheckMetric, Long> expected) {
        var verdict = told.verify(directory);
        var faults = anomalies(verdict);
        for (var figure : new CheckMetric[] {CheckMetric.OTHERS, CheckMetric.UNDECIDED}) {
            if (verdict.metric(figure) != 0) {
                faults.put(figure, verdict.metric(figure));
            }
        }
        assertThat(faults).as(String.join("\n", verdict.text())).isEqualTo(expected);
        assertThat(verdict.passed()).isEqualTo(expected.isEmpty());
    }

    static List<String> examples(VerificationResult verdict, CheckMetric figure) {
        return verdict.examples().getOrDefault(figure, List.of());
    }

    static Map<CheckMetric, Long> anomalies(VerificationResult verdict) {
        var faults = new EnumMap<CheckMetric, Long>(CheckMetric.class);
        verdict.metrics().forEach((figure, value) -> {
            if (figure.isAnomaly() && value != 0) {
                faults.put(figure, value);
            }
        });
        return faults;
    }

    JsonObject last() {
        return history.lines().get(history.lines().size() - 1);
    }

    static JsonObject response(JsonObject line) {
        return line.getAsJsonObject("response");
    }

    static JsonArray orders(JsonObject page) {
        return response(page).getAsJsonArray("orders");
    }

    static void refuse(JsonObject line, String reason) {
        line.add(
                "response",
                JsonParser.parseString(
                        "{\"status\":\"refused\",\"reason\":\"%s\",\"message\":\"no\"}".formatted(reason)));
    }

    static void setStock(JsonObject list, int place, int stock) {
        response(list).getAsJsonArray("products").get(place).getAsJsonObject().add("stock", new JsonPrimitive(stock));
    }

    static void swap(JsonObject one, JsonObject other, String name) {
        var kept = one.get(name);
        one.add(name, other.get(name));
        other.add(name, kept);
    }
}
