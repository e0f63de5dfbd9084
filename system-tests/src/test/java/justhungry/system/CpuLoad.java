package justhungry.system;

import java.util.List;
import java.util.stream.IntStream;

/** A load of busy threads, one per core, until it is closed. */
final class CpuLoad implements AutoCloseable {
    private final List<Thread> threads;

    private CpuLoad(int count) {
        threads = IntStream.rangeClosed(1, count)
                .mapToObj(each -> new Thread(CpuLoad::burn, "burner-" + each))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    static CpuLoad oneForEachCore() {
        return new CpuLoad(Runtime.getRuntime().availableProcessors());
    }

    int count() {
        return threads.size();
    }

    private static void burn() {
        while (!Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
    }
}
