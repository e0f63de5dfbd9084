package justhungry.benchmarks;

/** The use of a process in some time, in the parts of {@link ProcessCounts}. */
record ProcessUse(long cpuMicros, long transfers, long switches) {
    ProcessUse plus(ProcessUse other) {
        return new ProcessUse(cpuMicros + other.cpuMicros, transfers + other.transfers, switches + other.switches);
    }
}
