package justhungry.benchmarks.measure;

/** The use of a process in some time, in the parts of {@link ProcessCounts}. */
public record ProcessUse(long cpuMicros, long transfers, long switches) {
    public ProcessUse plus(ProcessUse other) {
        return new ProcessUse(cpuMicros + other.cpuMicros, transfers + other.transfers, switches + other.switches);
    }
}
