package justhungry.benchmarks.measure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.SynchronousQueue;

/**
 * The machine's own figures, printed before those of a benchmark: they tell what kind of day it was.
 *
 * @param systemCallMicros of reading a byte of {@code /dev/zero}
 * @param pageMicros of the first touch of a page of memory
 * @param handOverMicros from one thread that waits for work to another
 * @param syncMicros of appending 512 bytes to a file and making them durable: the median
 */
public record MachineFigures(double systemCallMicros, double pageMicros, double handOverMicros, double syncMicros) {
    private static final int CALLS = 200_000;
    private static final int PAGES = 16_384;
    private static final int PAGE_BYTES = 4_096;
    private static final int HAND_OVERS = 20_000;
    private static final int SYNCS = 101;
    private static final int SYNCED_BYTES = 512;

    /**
     * Measures them, in a second or two.
     *
     * @param directory where a file can be written, on the disk of the benchmark
     */
    public static MachineFigures measured(Path directory) throws IOException, InterruptedException {
        return new MachineFigures(systemCall(), page(), handOver(), sync(directory.resolve("synced")));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Machine: %d cores, Java %s; a system call %.2f µs, a first-touched page %.2f µs, a hand-over %.1f µs,"
                        + " a sync %.0f µs",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                systemCallMicros,
                pageMicros,
                handOverMicros,
                syncMicros);
    }

    private static double systemCall() throws IOException {
        var one = ByteBuffer.allocateDirect(1);
        try (var zeros = FileChannel.open(Path.of("/dev/zero"), StandardOpenOption.READ)) {
            long nanos = 0;
            for (int run = 0; run < 2; run++) { // The first run is for the compiler.
                long start = System.nanoTime();
                for (int i = 0; i < CALLS; i++) {
                    one.clear();
                    zeros.read(one);
                }
                nanos = System.nanoTime() - start;
            }
            return nanos / 1e3 / CALLS;
        }
    }

    /** A direct buffer is filled with zeros when it is made, and its memory comes from the kernel. */
    private static double page() {
        long start = System.nanoTime();
        var memory = ByteBuffer.allocateDirect(PAGES * PAGE_BYTES);
        return (System.nanoTime() - start) / 1e3 * PAGE_BYTES / memory.capacity();
    }

    private static double handOver() throws InterruptedException {
        var there = new SynchronousQueue<Integer>();
        var back = new SynchronousQueue<Integer>();
        var other = new Thread(() -> {
            try {
                for (int i = 0; i < HAND_OVERS; i++) {
                    back.put(there.take());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        other.start();
        long start = System.nanoTime();
        for (int i = 0; i < HAND_OVERS; i++) {
            there.put(i);
            back.take();
        }
        long nanos = System.nanoTime() - start;
        other.join();
        return nanos / 1e3 / (2 * HAND_OVERS);
    }

    private static double sync(Path file) throws IOException {
        var nanos = new long[SYNCS];
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            for (int i = 0; i < SYNCS; i++) {
                long start = System.nanoTime();
                channel.write(ByteBuffer.allocate(SYNCED_BYTES));
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        return nanos[SYNCS / 2] / 1e3;
    }
}
