package justhungry.replay.check.engine;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * An operation of a history: a request with its answer.
 *
 * @param line of the file, from 1
 * @param start the time at which it was first sent, in microseconds since the start of the run
 * @param end the time at which its outcome was known, likewise
 * @param time present if the kind has a place in the order
 * @param decidedAt the time of the decision, in milliseconds since 1970 (UTC); empty when it was not decided, and in a
 *     history of an early version
 */
public record HistoryOperation<Q, A>(
        int line,
        Q request,
        A answer,
        long start,
        long end,
        OperationKind kind,
        Optional<LogicalTime> time,
        OptionalLong decidedAt) {
    public HistoryOperation {
        if (kind.hasPlace() && time.isEmpty()) {
            throw new IllegalArgumentException("line %d has a place in the order, but no logical time".formatted(line));
        }
    }
}
