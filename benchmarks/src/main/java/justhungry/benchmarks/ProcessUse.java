package justhungry.benchmarks;

/** What a process used in some time; the parts are those of {@link ProcessCounts}. */
record ProcessUse(long cpuMicros, long transfers, long switches) {
    ProcessUse plus(ProcessUse other) {
        return new ProcessUse(cpuMicros + other.cpuMicros, transfers + other.transfers, switches + other.switches);
    }
}
