package justhungry.replay.check.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * The numbers of all operations of a partition: 56 bytes each, because a history may have millions. Operations are named
 * by their index, from 0.
 */
public final class OperationTimes {
    private static final long NOT_DECIDED = Long.MIN_VALUE;
    private static final LogicalTime NO_PLACE = new LogicalTime(0, 0, 0);

    private final LongList starts = new LongList();
    private final LongList ends = new LongList();
    private final LongList epochs = new LongList();
    private final LongList revisions = new LongList();
    private final LongList updateNumbers = new LongList();
    private final LongList decisions = new LongList();
    private int[] lines = new int[1_024];
    private final List<OperationKind> kinds = new ArrayList<>();
    private boolean anyDecision;

    void add(HistoryOperation<?, ?> operation) {
        int index = size();
        if (index == lines.length) {
            lines = Arrays.copyOf(lines, index + index / 2);
        }
        lines[index] = operation.line();
        kinds.add(operation.kind());
        var time = operation.time().orElse(NO_PLACE);
        starts.add(operation.start());
        ends.add(operation.end());
        epochs.add(time.epoch());
        revisions.add(time.revision());
        updateNumbers.add(time.updateNumber());
        decisions.add(operation.decidedAt().orElse(NOT_DECIDED));
        anyDecision |= operation.decidedAt().isPresent();
    }

    /** Whether the time of any decision is known: in a history of an early version, none is. */
    boolean hasDecisions() {
        return anyDecision;
    }

    int size() {
        return starts.size();
    }

    IntStream indices() {
        return IntStream.range(0, size());
    }

    long start(int index) {
        return starts.get(index);
    }

    long end(int index) {
        return ends.get(index);
    }

    OperationKind kind(int index) {
        return kinds.get(index);
    }

    boolean isUpdate(int index) {
        return kind(index) == OperationKind.UPDATE;
    }

    boolean hasPlace(int index) {
        return kind(index).hasPlace();
    }

    /** The logical time of an operation that has a place in the order. */
    LogicalTime logicalTime(int index) {
        return new LogicalTime(epochs.get(index), revisions.get(index), updateNumbers.get(index));
    }

    long updateNumber(int index) {
        return updateNumbers.get(index);
    }

    /** The time of the decision, in milliseconds since 1970 (UTC), if it is known. */
    OptionalLong decidedAt(int index) {
        long time = decisions.get(index);
        return time == NOT_DECIDED ? OptionalLong.empty() : OptionalLong.of(time);
    }

    /** The line of the file, from 1. */
    public int line(int index) {
        return lines[index];
    }

    /** Whether an update was acknowledged before a time. */
    public boolean isAcknowledgedBefore(int index, long time) {
        return isUpdate(index) && end(index) < time;
    }
}
