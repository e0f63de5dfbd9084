package justhungry.system;

import java.util.List;
import java.util.stream.IntStream;

/** Threads that do nothing, as fast as they can, until they are closed. */
final class Burners implements AutoCloseable {
    private final List<Thread> threads;

    private Burners(int count) {
        threads = IntStream.rangeClosed(1, count)
                .mapToObj(each -> new Thread(Burners::burn, "burner-" + each))
                .toList();
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    static Burners oneForEachCore() {
        return new Burners(Runtime.getRuntime().availableProcessors());
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
