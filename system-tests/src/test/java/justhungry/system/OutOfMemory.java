package justhungry.system;

import java.util.ArrayList;
import java.util.List;

/** The main class of a process in which a thread runs out of memory and swallows the error, as threads of RMI do. */
public final class OutOfMemory {
    private OutOfMemory() {}

    public static void main(String[] args) {
        List<byte[]> live = new ArrayList<>();
        try {
            while (true) {
                live.add(new byte[1 << 20]);
            }
        } catch (OutOfMemoryError e) {
            int megabytes = live.size();
            live.clear();
            System.out.println("it goes on after %d MB".formatted(megabytes));
        }
    }
}
