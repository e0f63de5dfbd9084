package justhungry.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import justhungry.platform.process.DataDirectory;

/**
 * A cluster of real processes on this machine. Owned by one thread.
 *
 * <p>The name server takes a free port at its first start, and the same port ever after. Every method that names a
 * process expects one of {@link #slots}, and throws {@link ClusterException} when the process is in the wrong state for
 * it.
 */
public final class LocalCluster {
    private static final String HOST = "127.0.0.1";

    /** Within a second or two, but on a busy machine later. A process that ends is not waited for. */
    private static final Duration READY_TIMEOUT = Duration.ofMinutes(2);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    /** Within moments, but on a busy machine later. */
    private static final Duration KILL_TIMEOUT = Duration.ofSeconds(30);

    private final String commandPrefix;
    private final Launcher launcher;
    private final Consumer<LocalCluster> recorder;
    private final Path directory;
    private final Map<String, ProcessSlot> slots = new LinkedHashMap<>();
    private final List<String> killed;
    private final List<String> paused;
    private int nameserverPort;

    private LocalCluster(
            String commandPrefix, ClusterState description, Launcher launcher, Consumer<LocalCluster> recorder) {
        this.commandPrefix = commandPrefix;
        this.launcher = launcher;
        this.recorder = recorder;
        this.directory = Path.of(description.directory());
        this.killed = new ArrayList<>(description.killed());
        this.paused = new ArrayList<>(description.paused());
        this.nameserverPort = description.nameserverPort();
        description.slots().forEach(slot -> slots.put(slot.name(), slot));
    }

    /**
     * A cluster that is not started yet. Data of an earlier run in the directory is used again. Its messages name commands as
     * the demo takes them, like {@code restart server1}.
     */
    public static LocalCluster planned(ClusterPlan plan, Path directory, Launcher launcher) {
        var description = new ClusterState(
                directory.toAbsolutePath().toString(), plan.nameserverPort(), plan.slots(), List.of(), List.of());
        return new LocalCluster("", description, launcher, unrecorded -> {});
    }

    /**
     * A cluster that may have been started by another process. Its commands are typed in a shell, like {@code just-hungry
     * restart server1}.
     *
     * @param recorder is called at each change of {@link #state}, for a new process as soon as it exists: whoever acts
     *     on the cluster may be ended at any moment, and nobody else would know the process
     */
    public static LocalCluster restored(ClusterState description, Launcher launcher, Consumer<LocalCluster> recorder) {
        return new LocalCluster("just-hungry ", description, launcher, recorder);
    }

    /** What a person types before a command on this cluster: the program's name and a space, or nothing. */
    public String commandPrefix() {
        return commandPrefix;
    }

    public ClusterState state() {
        return new ClusterState(directory.toString(), nameserverPort, List.copyOf(slots.values()), killed, paused);
    }

    public List<ProcessSlot> slots() {
        return List.copyOf(slots.values());
    }

    /** Whether its back ends keep nothing on disk. */
    public boolean isInMemory() {
        return slots.values().stream().anyMatch(ProcessSlot::isInMemory);
    }

    /** Whether its orders were in memory, and no back end is left that could hold them. */
    public boolean hasLostItsMemory() {
        return isInMemory() && names(ProcessRole.BACKEND).allMatch(name -> processState(name) == ProcessState.DEAD);
    }

    /** Whether an earlier run has left orders on disk. */
    public boolean hasStoredOrders() {
        return names(ProcessRole.BACKEND)
                .anyMatch(name -> Files.exists(data(name).resolve("database")));
    }

    /**
     * Whether this cluster could never take orders: its name server knows a view of an earlier run, and its back ends have
     * none of that run's data.
     */
    public boolean hasLostItsOrders() {
        return names(ProcessRole.NAMESERVER).anyMatch(name -> hasView(data(name).resolve("view")))
                && (isInMemory() || !hasStoredOrders());
    }

    private Stream<String> names(ProcessRole role) {
        return slots.values().stream().filter(slot -> slot.role() == role).map(ProcessSlot::name);
    }

    /** Epoch 0 is no view: the cluster had no primary yet. What cannot be read, the name server will report. */
    private static boolean hasView(Path register) {
        try {
            return !Files.readAllLines(register).contains("epoch 0");
        } catch (IOException e) {
            return false;
        }
    }

    /** The name server's {@code HOST:PORT}; its port is known after the first start. */
    public String nameserver() {
        return HOST + ":" + nameserverPort;
    }

    public ProcessState processState(String name) {
        return slot(name).state();
    }

    /** The state of every process, by name, in the order of the slots. */
    public Map<String, ProcessState> processStates() {
        var conditions = new LinkedHashMap<String, ProcessState>();
        slots.forEach((name, slot) -> conditions.put(name, slot.state()));
        return conditions;
    }

    /** The process killed last, of those not started since. */
    public Optional<String> lastKilled() {
        return last(killed);
    }

    /** The process paused last, of those not resumed since. */
    public Optional<String> lastPaused() {
        return last(paused);
    }

    public LogFiles logs(String name) {
        return LogFiles.of(LogFiles.directoryIn(directory), slot(name).name());
    }

    /**
     * Starts every process that is dead: the name server, then all back ends, then all front ends.
     *
     * @param progress receives the ready line of each process
     */
    public void start(Consumer<String> progress) {
        for (var role : ProcessRole.values()) {
            start(names(role).toList(), progress);
        }
    }

    /** SIGKILL to all of them at once, a paused one too. When this returns, none of them is left. */
    public void kill(List<String> names) {
        var living = new LinkedHashMap<String, ProcessHandle>();
        names.forEach(name -> living.put(name, requireAlive(name)));
        living.values().forEach(ProcessHandle::destroyForcibly);
        paused.removeAll(names);
        killed.removeAll(names);
        killed.addAll(names);
        recorder.accept(this);
        living.forEach((name, process) -> requireEnd(name, process, KILL_TIMEOUT));
    }

    /** SIGSTOP: the process lives, keeps its connections, and answers nothing. When this returns, it has stopped. */
    public void pause(String name) {
        var process = requireAlive(name);
        if (ProcessSignals.isPaused(process)) {
            throw new ClusterException(
                    "%s is paused already; continue it with: %sresume %s".formatted(name, commandPrefix, name));
        }
        if (!ProcessSignals.pause(process)) {
            throw new SignalWithoutEffectException("%s is still running after SIGSTOP".formatted(name));
        }
        requireAlive(name);
        paused.add(name);
        recorder.accept(this);
    }

    /** SIGCONT. When this returns, the process runs again. */
    public void resume(String name) {
        var process = requireAlive(name);
        if (!ProcessSignals.isPaused(process)) {
            throw new ClusterException("%s is not paused".formatted(name));
        }
        if (!ProcessSignals.resume(process)) {
            throw new SignalWithoutEffectException("%s is still stopped after SIGCONT".formatted(name));
        }
        paused.remove(name);
        recorder.accept(this);
    }

    /** Starts processes with their data; those that are alive are ended first. */
    public void restart(List<String> names) {
        terminate(names);
        start(names, ready -> {});
    }

    /** As {@link #restart}, with an emptied data directory: the back end's data is lost. */
    public void restartEmpty(String name) {
        if (slot(name).role() != ProcessRole.BACKEND) {
            throw new ClusterException("only a back end can be started empty; %s is not one".formatted(name));
        }
        terminate(List.of(name));
        DirectoryTree.delete(data(name));
        start(List.of(name), ready -> {});
    }

    /**
     * Ends every process: by SIGTERM, or by SIGKILL where that takes longer than {@link #STOP_TIMEOUT}. When this returns,
     * none is left, and none holds the lock of a data directory.
     */
    public void stop() {
        terminate(List.copyOf(slots.keySet()));
        requireDataUnused(directory);
    }

    /**
     * Checks that no process holds the lock of a data directory: that one is alive, whatever a description says.
     *
     * @param directory of a cluster
     * @throws ClusterException when one does; the message names it
     */
    public static void requireDataUnused(Path directory) {
        DataDirectory.owners(directory.resolve("data")).forEach((data, pid) -> {
            throw new ClusterException("process %s still runs: it uses %s, but is not known here. End it with: kill %s"
                    .formatted(pid, data, pid));
        });
    }

    private void start(List<String> names, Consumer<String> progress) {
        var launched = names.stream()
                .filter(name -> processState(name) == ProcessState.DEAD)
                .toList();
        var logStarts = new LinkedHashMap<String, Long>();
        launched.forEach(name -> logStarts.put(name, launch(name)));
        recorder.accept(this);
        logStarts.forEach((name, logStart) -> progress.accept(awaitReady(name, logStart)));
    }

    /** Starts a process, and returns the size of its log before. */
    private long launch(String name) {
        var slot = slot(name);
        long logStart = logs(name).logSize();
        var process = launcher.launch(slot.role(), arguments(slot), logs(name));
        slots.put(name, slot.withProcess(ProcessIdentity.of(process)));
        killed.remove(name);
        paused.remove(name);
        return logStart;
    }

    private String awaitReady(String name, long logStart) {
        var process = slot(name).liveProcess();
        var line = ReadyLine.await(name, process, logs(name), logStart, READY_TIMEOUT);
        if (slot(name).role() == ProcessRole.NAMESERVER) {
            nameserverPort = line.port();
        }
        return line.text();
    }

    private List<String> arguments(ProcessSlot slot) {
        var arguments = new ArrayList<String>();
        if (slot.role() == ProcessRole.NAMESERVER) {
            arguments.addAll(List.of("--port", Integer.toString(nameserverPort), "--host", HOST));
        } else {
            arguments.addAll(List.of(slot.name(), "--nameserver", nameserver(), "--host", HOST));
        }
        if (slot.keepsData()) {
            arguments.addAll(List.of("--data", data(slot.name()).toString()));
        }
        arguments.addAll(slot.options());
        return arguments;
    }

    private Path data(String name) {
        return directory.resolve("data").resolve(name);
    }

    private void terminate(List<String> names) {
        var living = new LinkedHashMap<String, ProcessHandle>();
        names.forEach(name -> slot(name).liveProcess().ifPresent(process -> living.put(name, process)));
        for (var process : living.values()) {
            if (ProcessSignals.isPaused(process)) {
                process.destroyForcibly();
            } else {
                process.destroy();
            }
        }
        for (var process : living.values()) {
            if (!ProcessSignals.endsWithin(process, STOP_TIMEOUT)) {
                process.destroyForcibly();
            }
        }
        paused.removeAll(names);
        recorder.accept(this);
        living.forEach((name, process) -> requireEnd(name, process, KILL_TIMEOUT));
    }

    /** Waits for the end of a process that was killed. */
    static void requireEnd(String name, ProcessHandle process, Duration longest) {
        if (!ProcessSignals.endsWithin(process, longest)) {
            throw new SignalWithoutEffectException(
                    "%s was killed, but process %d has not ended yet; perhaps it waits for a disk that does not answer. Fix the disk, then try again"
                            .formatted(name, process.pid()));
        }
    }

    private ProcessHandle requireAlive(String name) {
        return slot(name)
                .liveProcess()
                .orElseThrow(() -> new ClusterException(
                        "%s is not running; start it with: %srestart %s".formatted(name, commandPrefix, name)));
    }

    private ProcessSlot slot(String name) {
        var slot = slots.get(name);
        if (slot == null) {
            throw new ClusterException("there is no process '%s' in this cluster; it has %s"
                    .formatted(name, String.join(", ", slots.keySet())));
        }
        return slot;
    }

    private static Optional<String> last(List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }
}
