package justhungry.benchmarks.measure;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** The subject of a benchmark: a system that runs and takes requests. */
public interface BenchmarkSubject extends AutoCloseable {
    /** A new client, to be used by one thread. */
    SubjectClient newClient();

    /** The processes on a request's path, by name. */
    Map<String, Long> processes();

    /** The number of batches made durable since the start, each of them at all three copies. */
    long storedEntries();

    @Override
    void close();

    /** A client that sends one request after another. A request without the expected answer throws: it must not count. */
    interface SubjectClient extends Closeable {
        void update() throws Exception;

        void read() throws Exception;

        /** The same for a thread that cannot throw. */
        default void requireUpdate() {
            try {
                update();
            } catch (Exception e) {
                throw new IllegalStateException("an order failed, so nothing of this counts", e);
            }
        }

        /** Gives back what it holds. By default that is nothing. */
        @Override
        default void close() throws IOException {}
    }
}
