package justhungry.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A reading of how busy the machine has been since its start, in processor time: all of it, the busy part, and the part of
 * this process and those that it has started.
 */
public record MachineLoad(long allMicros, long busyMicros, long ownMicros) {
    private static final long MICROS_PER_TICK = 10_000;
    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;

    /** Fields after these are parts of the first ones: the time of guests. */
    private static final int FIELDS = 8;

    public static MachineLoad read() throws IOException {
        var ticks = Stream.of(Files.readAllLines(Path.of("/proc/stat"))
                        .get(0)
                        .replaceFirst("cpu +", "")
                        .split(" ", -1))
                .limit(FIELDS)
                .mapToLong(Long::parseLong)
                .toArray();
        long all = LongStream.of(ticks).sum() * MICROS_PER_TICK;
        long idle = (ticks[IDLE] + ticks[WAITING_FOR_DISK]) * MICROS_PER_TICK;
        return new MachineLoad(all, all - idle, own());
    }

    /** The part of the machine that others used since an earlier reading, from 0 to 1. */
    public double othersSince(MachineLoad before) {
        long all = Math.max(1, allMicros - before.allMicros);
        long others = busyMicros - before.busyMicros - (ownMicros - before.ownMicros);
        return Math.max(0, (double) others / all);
    }

    private static long own() throws IOException {
        long own = 0;
        var started = ProcessHandle.current().descendants();
        for (var each :
                Stream.concat(Stream.of(ProcessHandle.current()), started).toList()) {
            var process = Path.of("/proc", Long.toString(each.pid()));
            try {
                own += ProcessCounts.cpuMicros(process);
            } catch (IOException e) {
                ProcessCounts.throwUnlessEnded(process, e);
            }
        }
        return own;
    }
}
