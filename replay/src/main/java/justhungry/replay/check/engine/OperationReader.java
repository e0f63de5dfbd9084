package justhungry.replay.check.engine;

import java.io.IOException;

/** A source of operations that have been read before. */
public interface OperationReader<Q, A> {
    /**
     * The operation of a line, from 1.
     *
     * @throws IOException also when the source has changed meanwhile
     */
    HistoryOperation<Q, A> read(int line) throws IOException;
}
