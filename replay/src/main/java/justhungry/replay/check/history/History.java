package justhungry.replay.check.history;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import justhungry.api.shop.Request;

/**
 * A history file that has been read once. The numbers of each request are kept, in about 50 bytes; the rest is read
 * again when needed. Requests are named by their index: 0 for the line after the header.
 */
public final class History implements Closeable {
    private final LineFile file;
    private final HistoryParser reader;
    private final LongList starts = new LongList();
    private final LongList ends = new LongList();
    private final LongList epochs = new LongList();
    private final LongList revisions = new LongList();
    private final LongList updateNumbers = new LongList();
    private final List<OperationKind> kinds = new ArrayList<>();
    private final LongList placed = new LongList();
    private final List<Integer> unknown = new ArrayList<>();
    private long[] acknowledgedOrders = {};
    private long acknowledgedUpdates;
    private Optional<Integer> firstProductList = Optional.empty();
    private OptionalLong firstOrder = OptionalLong.empty();
    private OptionalLong lowestShown = OptionalLong.empty();
    private long updateNumberOfFirstOrder = Long.MAX_VALUE;

    private History(LineFile file, HistoryParser reader) {
        this.file = file;
        this.reader = reader;
    }

    public static History read(Path path) throws IOException, HistoryException {
        var reader = new HistoryParser(path);
        var history = new History(new LineFile(path), reader);
        try {
            history.readAll();
            return history;
        } catch (IOException | HistoryException e) {
            history.close();
            throw e;
        }
    }

    public int size() {
        return starts.size();
    }

    public long start(int index) {
        return starts.get(index);
    }

    public long end(int index) {
        return ends.get(index);
    }

    public OperationKind kind(int index) {
        return kinds.get(index);
    }

    /** The stamp of a request that has a place in the order. */
    public LogicalTime logicalTime(int index) {
        return new LogicalTime(epochs.get(index), revisions.get(index), updateNumbers.get(index));
    }

    public long updateNumber(int index) {
        return updateNumbers.get(index);
    }

    /** The line of the file, from 1. */
    public static int line(int index) {
        return index + 2;
    }

    /** The whole request, read from the file again. */
    public HistoryOperation operation(int index) throws IOException, HistoryException {
        return reader.read(line(index), file.line(index + 1));
    }

    /** Whether an update was acknowledged before a time. An index that is not of a request is allowed. */
    public boolean isAcknowledgedBefore(int index, long time) {
        return index >= 0 && index < size() && kind(index) == OperationKind.UPDATE && end(index) < time;
    }

    /** Updates that were answered with {@code ok}. */
    public long acknowledgedUpdates() {
        return acknowledgedUpdates;
    }

    /** The updates whose outcome is unknown. */
    public List<Integer> unknown() {
        return unknown;
    }

    /** Whether an order of this number was acknowledged. */
    public boolean acknowledged(long order) {
        return Arrays.binarySearch(acknowledgedOrders, order) >= 0;
    }

    /** The answered product list that was requested first: the initial stock. */
    public Optional<Integer> firstProductList() {
        return firstProductList;
    }

    /**
     * The order number of the acknowledged order with the lowest update number; without one, the lowest shown order
     * number.
     */
    public OptionalLong firstOrder() {
        return firstOrder.isPresent() ? firstOrder : lowestShown;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void readAll() throws IOException, HistoryException {
        var header = nextLine(1);
        reader.readHeader(header.orElse(""));
        for (int line = 2; ; line++) {
            var text = nextLine(line);
            if (text.isEmpty()) {
                acknowledgedOrders = placed.sorted();
                return;
            }
            add(reader.read(line, text.get()));
        }
    }

    private Optional<String> nextLine(int line) throws IOException, HistoryException {
        try {
            return file.next();
        } catch (CharacterCodingException e) {
            throw reader.error(line, "not UTF-8 text");
        } catch (IllegalArgumentException e) {
            throw reader.error(line, String.valueOf(e.getMessage()));
        }
    }

    private void add(HistoryOperation operation) {
        int index = size();
        var stamp = operation.logicalTime() == null ? new LogicalTime(0, 0, 0) : operation.logicalTime();
        starts.add(operation.start());
        ends.add(operation.end());
        epochs.add(stamp.epoch());
        revisions.add(stamp.revision());
        updateNumbers.add(stamp.updateNumber());
        kinds.add(operation.kind());
        note(index, operation, stamp.updateNumber());
    }

    private void note(int index, HistoryOperation operation, long updateNumber) {
        if (operation.isUnknownUpdate()) {
            unknown.add(index);
        } else if (operation.isOk()) {
            noteAnswer(index, operation, updateNumber);
        }
    }

    private void noteAnswer(int index, HistoryOperation operation, long updateNumber) {
        if (operation.isUpdate()) {
            acknowledgedUpdates++;
        }
        if (operation.request() instanceof Request.PlaceOrder) {
            noteOrder(HistoryOperation.number(operation.response().get("order")), updateNumber);
        } else if (operation.request() instanceof Request.ListProducts) {
            noteProductList(index);
        } else if (operation.response().get("orders") instanceof JsonArray orders) {
            for (var order : orders) {
                if (order instanceof JsonObject shown) {
                    noteShown(HistoryOperation.number(shown.get("id")));
                }
            }
        }
    }

    private void noteOrder(long number, long updateNumber) {
        placed.add(number);
        if (updateNumber < updateNumberOfFirstOrder) {
            updateNumberOfFirstOrder = updateNumber;
            firstOrder = OptionalLong.of(number);
        }
    }

    private void noteShown(long number) {
        lowestShown = OptionalLong.of(Math.min(number, lowestShown.orElse(number)));
    }

    private void noteProductList(int index) {
        if (firstProductList.isEmpty() || start(index) < start(firstProductList.get())) {
            firstProductList = Optional.of(index);
        }
    }
}
