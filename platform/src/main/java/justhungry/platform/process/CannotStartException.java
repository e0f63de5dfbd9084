package justhungry.platform.process;

/** The failure to start until a person fixes something. The message is one line: what is wrong, and what to do. */
public class CannotStartException extends Exception {
    private static final long serialVersionUID = 1;

    private final String message;
    private final ExitCode exitCode;

    public CannotStartException(ExitCode exitCode, String message) {
        super(message);
        this.message = message;
        this.exitCode = exitCode;
    }

    @Override
    public final String getMessage() {
        return message;
    }

    /** The exit code of the process. */
    public final ExitCode exitCode() {
        return exitCode;
    }
}
