package justhungry.platform.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The main class of a process that fills its heap until the gauge says so, empties it, and waits for the gauge to see that. */
public final class FullHeap {
    private static final int TRIES = 20;

    private FullHeap() {}

    public static void main(String[] args) {
        var gauge = new HeapGauge();
        var now = Duration.ZERO;
        System.out.println("at first: " + gauge.shortage(now).orElse("room"));
        List<byte[]> live = new ArrayList<>();
        while (gauge.shortage(now).isEmpty()) {
            live.add(new byte[1_000]);
            var garbage = new byte[2_000];
            now = now.plusMillis(garbage.length > 0 ? 1 : 0);
        }
        System.out.println("filled: " + gauge.shortage(now).orElse("room"));
        System.out.println("left: " + roomFor(live) + " arrays");
        live.clear();
        int tries = 0;
        for (; tries < TRIES && gauge.shortage(now).isPresent(); tries++) {
            now = now.plusHours(1);
        }
        System.out.println("emptied: " + gauge.shortage(now).orElse("room"));
    }

    /** Whether there is still memory to work with when the gauge says that it is nearly full. */
    private static int roomFor(List<byte[]> live) {
        int more = 0;
        for (; more < 500; more++) {
            live.add(new byte[1_000]);
        }
        return more;
    }
}
