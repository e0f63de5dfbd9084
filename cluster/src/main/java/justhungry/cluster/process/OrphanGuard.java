package justhungry.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A guard against orphans: no child outlives this process, however it ends. For each child there is a tiny shell that reads
 * from a pipe of ours. When we end, even by kill -9, the pipe ends, and the shell kills the child, even a paused one.
 */
public final class OrphanGuard {
    /** A line means that the child has ended by itself: its pid may have been reused, so nothing is killed. */
    private static final String GUARD = "trap '' INT TERM HUP; read -r _ || kill -s KILL \"$1\"";

    private final Map<ProcessHandle, Process> guards = new ConcurrentHashMap<>();
    private final Lock launching = new ReentrantLock();
    private boolean closed;

    /**
     * Starts a child, and guards it.
     *
     * @throws ClusterException when this is closed: nothing is started any more
     */
    ProcessHandle launch(Supplier<ProcessHandle> starter) {
        launching.lock();
        try {
            if (closed) {
                throw new ClusterException("the cluster is shutting down, so nothing more is started");
            }
            var child = starter.get();
            guard(child);
            return child;
        } finally {
            launching.unlock();
        }
    }

    private void guard(ProcessHandle child) {
        try {
            guards.put(child, guardFor(child));
        } catch (IOException e) {
            child.destroyForcibly();
            throw new UncheckedIOException("the shell that guards a child cannot be started", e);
        }
        var unused = child.onExit().thenAccept(this::release);
    }

    /** Kills all living children, and waits until they have ended. Any thread may call it. */
    public void killAll() {
        var children = guards.keySet();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    /** Kills all children, and starts no further ones. Any thread may call it. */
    public void close() {
        launching.lock();
        try {
            closed = true;
        } finally {
            launching.unlock();
        }
        killAll();
    }

    /** Stops guarding: the children continue when this process ends. */
    public void releaseAll() {
        guards.keySet().forEach(this::release);
    }

    private static Process guardFor(ProcessHandle child) throws IOException {
        return new ProcessBuilder("sh", "-c", GUARD, "just-hungry-guard", Long.toString(child.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void release(ProcessHandle child) {
        var guard = guards.remove(child);
        if (guard == null) {
            return;
        }
        try (var pipe = guard.getOutputStream()) {
            pipe.write("ended\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The guard has ended already, so it can no longer kill a process that reuses the pid.
        }
    }
}
