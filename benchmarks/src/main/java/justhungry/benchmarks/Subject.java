package justhungry.benchmarks;

import java.util.Map;

/** What is measured: something that runs and takes requests. */
interface Subject extends AutoCloseable {
    /** A new client, to be used by one thread. */
    Client newClient();

    /** The processes of a request's way, by name. */
    Map<String, Long> processes();

    /** How many batches were made durable since the start, each of them at all three copies. */
    long storedEntries();

    @Override
    void close();

    /** Sends one request after the other. A request that is not answered as it should be throws: it must not count. */
    interface Client {
        void update() throws Exception;

        void read() throws Exception;
    }
}
