package justhungry.benchmarks.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import justhungry.benchmarks.measure.BenchmarkSubject;

/** A system that people would pick instead, with three copies on this machine. It takes orders; it is not asked for reads. */
public abstract class PeerSystem implements BenchmarkSubject {
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(3);

    private final PeerProcesses processes;

    PeerSystem(PeerProcesses processes) {
        this.processes = processes;
    }

    /** Its name, with the settings that make an order durable. */
    public abstract String name();

    /** What its order is, and in which way it is less than ours, in a sentence or two. */
    public abstract String difference();

    abstract PeerConnection connect() throws Exception;

    @Override
    public final SubjectClient newClient() {
        try {
            return new PeerClient(connect());
        } catch (Exception e) {
            throw new IllegalStateException(name() + " takes no connection", e);
        }
    }

    @Override
    public Map<String, Long> processes() {
        return processes.pids();
    }

    /** Not known. */
    @Override
    public final long storedEntries() {
        return 0;
    }

    @Override
    public final void close() {
        processes.close();
    }

    /** Waits until an order is kept by all three copies. */
    final void awaitOrders() throws Exception {
        long deadline = System.nanoTime() + READY_TIMEOUT.toNanos();
        while (true) {
            try (var connection = connect()) {
                connection.order();
                return;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (System.nanoTime() > deadline) {
                    throw e;
                }
            }
            Thread.sleep(100);
        }
    }

    /** A benchmark's client of the peer. */
    private record PeerClient(PeerConnection connection) implements SubjectClient {
        @Override
        public void update() throws Exception {
            connection.order();
        }

        @Override
        public void read() {
            throw new UnsupportedOperationException("peers are compared by their orders");
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }
}
