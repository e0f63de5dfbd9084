package justhungry.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The counts of a process and its children since their starts, as Linux keeps them: the difference of two readings is what
 * they used meanwhile.
 *
 * @param cpuMicros user and system time, with that of the children that have ended
 * @param transfers system calls that read or write: of files, and of sockets
 * @param switches context switches of each thread that is there, by its id
 */
public record ProcessCounts(long cpuMicros, long transfers, Map<Long, Long> switches) {
    private static final long MICROS_PER_TICK = 10_000;

    /** Fields of the process's line after its name: user and system time, its own and that of its children. */
    private static final List<Integer> CPU_FIELDS = List.of(11, 12, 13, 14);

    /** Of a process and those that it has started: PostgreSQL has one for each client. */
    public static ProcessCounts read(long pid) throws IOException {
        var all = new ProcessCounts(0, 0, Map.of());
        var started = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        for (long each : Stream.concat(Stream.of(pid), started).toList()) {
            var process = Path.of("/proc", Long.toString(each));
            try {
                all = all.plus(new ProcessCounts(cpuMicros(process), transfers(process), switches(process)));
            } catch (IOException e) {
                throwUnlessEnded(process, e);
            }
        }
        return all;
    }

    private ProcessCounts plus(ProcessCounts other) {
        var both = new LinkedHashMap<>(switches);
        both.putAll(other.switches);
        return new ProcessCounts(cpuMicros + other.cpuMicros, transfers + other.transfers, both);
    }

    /** What was used since an earlier reading. The switches of threads that have ended meanwhile are missing. */
    public ProcessUse since(ProcessCounts before) {
        long switched = switches.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.switches.getOrDefault(thread.getKey(), 0L))
                .sum();
        return new ProcessUse(cpuMicros - before.cpuMicros, transfers - before.transfers, switched);
    }

    public static long cpuMicros(Path process) throws IOException {
        var line = Files.readString(process.resolve("stat"));
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return CPU_FIELDS.stream()
                        .mapToLong(field -> Long.parseLong(fields[field]))
                        .sum()
                * MICROS_PER_TICK;
    }

    private static long transfers(Path process) throws IOException {
        return sum(process.resolve("io"), "syscr:", "syscw:");
    }

    private static Map<Long, Long> switches(Path process) throws IOException {
        var switches = new LinkedHashMap<Long, Long>();
        try (var threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (var thread : threads) {
                try {
                    switches.put(
                            Long.valueOf(thread.getFileName().toString()),
                            sum(thread.resolve("status"), "voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:"));
                } catch (IOException e) {
                    throwUnlessEnded(thread, e);
                }
            }
        }
        return switches;
    }

    /** A process or a thread may end while it is read. */
    public static void throwUnlessEnded(Path processOrThread, IOException e) throws IOException {
        if (Files.exists(processOrThread)) {
            throw e;
        }
    }

    /** The sum of the lines that begin with one of the keys. */
    private static long sum(Path file, String... keys) throws IOException {
        long sum = 0;
        for (var line : Files.readAllLines(file)) {
            for (var key : keys) {
                if (line.startsWith(key)) {
                    sum += Long.parseLong(line.substring(key.length()).strip());
                }
            }
        }
        return sum;
    }
}
