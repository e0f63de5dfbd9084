package justhungry.api.process;

/** A process cannot start until a person mends something. The message is one line: what is wrong, and what to do. */
public final class CannotStartException extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;
    private final ExitCode exitCode;

    public CannotStartException(ExitCode exitCode, String message) {
        super(message);
        this.message = message;
        this.exitCode = exitCode;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** With which the process ends. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
