package justhungry.cluster.local;

import justhungry.api.process.ExitCode;

/** Something could not be done to the cluster; the message says what happened, and what to do next. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final String message;

    public ClusterException(ExitCode exitCode, String message) {
        super(message);
        this.message = message;
        this.exitCode = exitCode;
    }

    /** Something that is needed is not there, or in the wrong condition. */
    public ClusterException(String message) {
        this(ExitCode.UNAVAILABLE, message);
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** With which a command ends that this happens to. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
