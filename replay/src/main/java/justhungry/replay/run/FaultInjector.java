package justhungry.replay.run;

import java.util.List;
import java.util.function.Consumer;
import justhungry.replay.script.model.FaultType;

/** An injector of faults into processes of a cluster on this machine. Used by one thread at a time. */
public interface FaultInjector {
    /** Whether there is a process of this name. */
    boolean hasProcess(String name);

    /**
     * Injects a fault, and returns when it is done.
     *
     * @param target a process's name, or {@code primary}, {@code replica}, {@code killed}, {@code paused}
     * @param beforeInjection is told the names of the processes when they are known, right before the fault: looking them
     *     up may take seconds
     * @return the names of the affected processes
     * @throws TargetUnavailableException when no process is the target at this moment, for example while no primary is known
     */
    List<String> inject(FaultType fault, String target, Consumer<List<String>> beforeInjection)
            throws TargetUnavailableException;

    /** The absence of the target at this moment; it may appear later. The message says why. */
    final class TargetUnavailableException extends Exception {
        private static final long serialVersionUID = 1;

        public TargetUnavailableException(String message) {
            super(message);
        }
    }
}
