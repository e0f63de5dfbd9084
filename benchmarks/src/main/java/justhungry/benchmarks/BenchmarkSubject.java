package justhungry.benchmarks;

import java.util.Map;

/** The subject of a benchmark: a system that runs and takes requests. */
interface BenchmarkSubject extends AutoCloseable {
    /** A new client, to be used by one thread. */
    SubjectClient newClient();

    /** The processes on a request's path, by name. */
    Map<String, Long> processes();

    /** The number of batches made durable since the start, each of them at all three copies. */
    long storedEntries();

    @Override
    void close();

    /** A client that sends one request after another. A request without the expected answer throws: it must not count. */
    interface SubjectClient {
        void update() throws Exception;

        void read() throws Exception;
    }
}
