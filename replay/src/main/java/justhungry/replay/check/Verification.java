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
import justhungry.replay.check.Examination.Gaps;
import justhungry.replay.check.history.History;
import justhungry.replay.check.history.HistoryException;
import justhungry.replay.check.history.Place;
import justhungry.replay.check.model.Catalogue;
import justhungry.replay.check.model.Unknown;

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
    private final Findings findings = new Findings();

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
    public static Verdict of(Path file) throws IOException, HistoryException {
        try (var history = History.read(file)) {
            return new Verification(history).verdict();
        } catch (IllegalArgumentException e) {
            throw new HistoryException("%s: %s".formatted(file, e.getMessage()));
        }
    }

    private Verdict verdict() throws IOException, HistoryException {
        findings.count(Figure.REQUESTS, history.size());
        findings.count(Figure.ACKNOWLEDGED_UPDATES, history.acknowledgedUpdates());
        findings.count(Figure.UNKNOWN, history.unknown().size());
        var realTime = new RealTime(history);
        var floors = realTime.check(findings);
        realTime.checkLost(findings);
        if (history.firstProductList().isPresent()) {
            return examined(floors, history.firstProductList().get());
        }
        boolean answered = IntStream.range(0, history.size()).anyMatch(index -> history.place(index) != Place.NONE);
        if (answered) {
            throw new IllegalArgumentException(
                    "no PRODUCT_LIST was answered; a history needs one, for the initial stock");
        }
        return findings.verdict();
    }

    private Verdict examined(Map<Integer, Long> floors, int firstProductList) throws IOException, HistoryException {
        var order = new TurnOrder(history, history.turn(firstProductList), findings);
        var catalogue = catalogue(firstProductList);
        var unknown = unknown(floors);
        var own = findings.copy();
        boolean fits = order.gaps() <= unknown.size()
                && new Examination(history, order, catalogue, unknown, Gaps.OWN, own).run();
        if (fits && (order.gaps() == 0 || own.accusations() == findings.accusations())) {
            return own.verdict();
        }
        var anybodys = findings.copy();
        new Examination(history, order, catalogue, unknown, Gaps.ANYBODYS, anybodys).run();
        if (fits && own.accusations() <= anybodys.accusations()) {
            return own.verdict();
        }
        tellOfGaps(order.gaps(), unknown.size(), anybodys);
        return anybodys.verdict();
    }

    private static void tellOfGaps(long gaps, long unknown, Findings findings) {
        long others = Math.max(0, gaps - unknown);
        findings.count(Figure.OTHERS, others);
        findings.count(Figure.UNDECIDED, gaps - others);
        findings.remark(
                others > 0 ? Figure.OTHERS : Figure.UNDECIDED,
                () -> others > 0
                        ? "other clients used the cluster during the run, so not every stock and order number could be judged; run it on a cluster of its own"
                        : "it is not certain which requests of unknown outcome took effect, so not every response could be judged");
    }

    private Catalogue catalogue(int firstProductList) throws IOException, HistoryException {
        var response = history.operation(firstProductList).response();
        if (response.get("products") instanceof JsonArray products) {
            return new Catalogue(products);
        }
        throw new HistoryException(
                "line %d: /response/products: expected an array".formatted(History.line(firstProductList)));
    }

    private List<Unknown> unknown(Map<Integer, Long> floors) throws IOException, HistoryException {
        var unknown = new ArrayList<Unknown>();
        for (int index : history.unknown()) {
            var operation = history.operation(index);
            unknown.add(new Unknown(
                    index, floors.getOrDefault(index, 0L), operation.user(), (Request.Update) operation.request()));
        }
        return unknown.stream().sorted(Comparator.comparingLong(Unknown::floor)).toList();
    }
}
