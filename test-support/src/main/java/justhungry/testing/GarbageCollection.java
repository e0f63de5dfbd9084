package justhungry.testing;

import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;

/** A garbage collection that has certainly taken place. */
public final class GarbageCollection {
    private GarbageCollection() {}

    /** Collects until what is not referred to is gone. */
    public static void run() {
        var sentinel = new WeakReference<>(new Object());
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            System.gc();
            return sentinel.get() == null;
        });
    }
}
