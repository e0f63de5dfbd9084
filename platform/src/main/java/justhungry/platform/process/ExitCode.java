package justhungry.platform.process;

/** The exit code of a command. */
public enum ExitCode {
    OK(0),
    /** The command line is wrong. */
    USAGE(1),
    /** A script or a catalogue does not parse. */
    SCRIPT(2),
    /** Something that is needed is in use or cannot be reached, or the outcome of a request is unknown. */
    UNAVAILABLE(3),
    /** An expectation, or the verification, failed. */
    EXPECTATION(4),
    /** Ctrl-C. */
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
