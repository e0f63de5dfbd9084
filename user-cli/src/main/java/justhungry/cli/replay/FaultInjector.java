package justhungry.cli.replay;

import java.util.List;
import justhungry.cli.script.Fault;

/** Does something to processes of a cluster that this machine runs. Used by one thread at a time. */
public interface FaultInjector {
    /** Whether there is a process of this name. */
    boolean knows(String name);

    /**
     * Strikes, and returns when it has happened.
     *
     * @param target a process's name, or {@code primary}, {@code replica}, {@code killed}, {@code paused}
     * @return the names of the processes that were struck
     * @throws NotNowException when the target is nobody at this moment, as while no primary is known
     */
    List<String> strike(Fault fault, String target) throws NotNowException;

    /** The target means nobody at this moment; later it may. The message says why. */
    final class NotNowException extends Exception {
        private static final long serialVersionUID = 1;

        public NotNowException(String message) {
            super(message);
        }
    }
}
