package justhungry.replay.check;

import com.google.gson.JsonArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import justhungry.api.shop.Request;
import justhungry.replay.check.SequentialCheck.GapOwner;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryException;
import justhungry.replay.check.history.OperationKind;
import justhungry.replay.check.model.ModelCatalogue;
import justhungry.replay.check.model.UnknownUpdate;

/**
 * The decision whether a single server could have given a history.
 *
 * <p>Every response has an update number: updates are numbered 1, 2, 3, … as they are executed, and a read has the
 * number of the last update that it sees. So the order of a single server is known, and each response is checked in
 * that order. Numbers that no response of the history has are first attributed to its requests of unknown outcome; only
 * when that explains nothing, to updates by others.
 */
public final class Verification {
    private final History history;
    private final AnomalyCounts anomalies = new AnomalyCounts();

    private Verification(History history) {
        this.history = history;
    }

    /**
     * Verifies a history. It needs about 150 bytes of memory for each request.
     *
     * @param file a regular file that does not change meanwhile
     * @throws IOException when it cannot be read
     * @throws HistoryException when it does not parse
     */
    public static VerificationResult of(Path file) throws IOException, HistoryException {
        try (var history = History.read(file)) {
            return new Verification(history).result();
        } catch (IllegalArgumentException e) {
            throw new HistoryException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private VerificationResult result() throws IOException, HistoryException {
        anomalies.count(CheckMetric.REQUESTS, history.size());
        anomalies.count(CheckMetric.ACKNOWLEDGED_UPDATES, history.acknowledgedUpdates());
        anomalies.count(CheckMetric.UNKNOWN, history.unknown().size());
        var realTime = new RealTimeCheck(history);
        var floors = realTime.check(anomalies);
        realTime.checkLost(anomalies);
        if (history.firstProductList().isPresent()) {
            return check(floors, history.firstProductList().get());
        }
        boolean answered =
                IntStream.range(0, history.size()).anyMatch(index -> history.kind(index) != OperationKind.NONE);
        if (answered) {
            throw new IllegalArgumentException(
                    "no PRODUCT_LIST was answered; a history needs one, for the initial stock");
        }
        return anomalies.result();
    }

    private VerificationResult check(Map<Integer, Long> floors, int firstProductList)
            throws IOException, HistoryException {
        var order = new SequentialOrder(history, history.updateNumber(firstProductList), anomalies);
        var catalogue = catalogue(firstProductList);
        var unknown = unknown(floors);
        var own = anomalies.copy();
        boolean fits = order.gaps() <= unknown.size()
                && new SequentialCheck(history, order, catalogue, unknown, GapOwner.OWN, own).run();
        if (fits && (order.gaps() == 0 || own.anomalies() == anomalies.anomalies())) {
            return own.result();
        }
        var anybodys = anomalies.copy();
        new SequentialCheck(history, order, catalogue, unknown, GapOwner.OTHERS, anybodys).run();
        if (fits && own.anomalies() <= anybodys.anomalies()) {
            return own.result();
        }
        reportGaps(order.gaps(), unknown.size(), anybodys);
        return anybodys.result();
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

    private ModelCatalogue catalogue(int firstProductList) throws IOException, HistoryException {
        var response = history.operation(firstProductList).response();
        if (response.get("products") instanceof JsonArray products) {
            return new ModelCatalogue(products);
        }
        throw new HistoryException(
                "line %d: /response/products: expected an array".formatted(History.line(firstProductList)));
    }

    private List<UnknownUpdate> unknown(Map<Integer, Long> floors) throws IOException, HistoryException {
        var unknown = new ArrayList<UnknownUpdate>();
        for (int index : history.unknown()) {
            var operation = history.operation(index);
            unknown.add(new UnknownUpdate(
                    index, floors.getOrDefault(index, 0L), operation.user(), (Request.Update) operation.request()));
        }
        return unknown.stream()
                .sorted(Comparator.comparingLong(UnknownUpdate::lowerBound))
                .toList();
    }
}
