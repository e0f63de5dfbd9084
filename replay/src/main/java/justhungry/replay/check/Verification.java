package justhungry.replay.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import justhungry.replay.check.engine.AnomalyCounts;
import justhungry.replay.check.engine.CheckMetric;
import justhungry.replay.check.engine.OperationKind;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryException;

/** The decision whether a single server could have given a history. */
public final class Verification {
    private static final int MB = 1 << 20;

    private Verification() {}

    /**
     * Verifies a history. It needs about 150 bytes of memory for each request.
     *
     * @param file a regular file that does not change meanwhile
     * @throws IOException when it cannot be read
     * @throws HistoryException when it does not parse
     * @throws UncheckedIOException when it needs more memory than this process has
     */
    public static VerificationResult of(Path file) throws IOException, HistoryException {
        try (var history = History.open(file)) {
            return of(history);
        } catch (IllegalArgumentException e) {
            throw new HistoryException("%s: %s".formatted(file, e.getMessage()));
        } catch (OutOfMemoryError e) {
            throw notEnoughMemory(file, e);
        }
    }

    private static UncheckedIOException notEnoughMemory(Path file, OutOfMemoryError cause) {
        long heap = Runtime.getRuntime().maxMemory() / MB;
        return new UncheckedIOException(
                "%s needs more memory than the %d MB of this process; allow it more: java -Xmx%dm -jar user-cli/target/user-cli-*.jar verify %s"
                        .formatted(file, heap, 2 * heap, file),
                new IOException("out of memory", cause));
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
