package justhungry.replay.check;

import java.io.IOException;
import java.nio.file.Path;
import justhungry.replay.check.engine.AnomalyCounts;
import justhungry.replay.check.engine.CheckMetric;
import justhungry.replay.check.engine.OperationKind;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryException;

/** The decision whether a single server could have given a history. */
public final class Verification {
    private Verification() {}

    /**
     * Verifies a history. It needs about 150 bytes of memory for each request.
     *
     * @param file a regular file that does not change meanwhile
     * @throws IOException when it cannot be read
     * @throws HistoryException when it does not parse
     */
    public static VerificationResult of(Path file) throws IOException, HistoryException {
        try (var history = History.open(file)) {
            return of(history);
        } catch (IllegalArgumentException e) {
            throw new HistoryException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private static VerificationResult of(History history) throws IOException, HistoryException {
        var counts = new AnomalyCounts();
        var check = ShopModel.check(history);
        history.readAll(operation -> {
            check.add(operation);
            if (operation.kind() == OperationKind.UPDATE && operation.answer().isOk()) {
                counts.count(CheckMetric.ACKNOWLEDGED_UPDATES, 1);
            }
        });
        var anomalies = check.result(counts);
        return new VerificationResult(anomalies.metrics(), anomalies.examples());
    }
}
