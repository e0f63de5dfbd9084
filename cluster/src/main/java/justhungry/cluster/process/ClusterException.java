package justhungry.cluster.process;

import justhungry.platform.process.ExitCode;

/** A failed action on the cluster; the message says what happened, and what to do next. */
public class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final String message;

    public ClusterException(ExitCode exitCode, String message) {
        super(message);
        this.message = message;
        this.exitCode = exitCode;
    }

    /** A needed process or file that is missing, or in the wrong state. */
    public ClusterException(String message) {
        this(ExitCode.UNAVAILABLE, message);
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** The exit code of the command that fails. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
