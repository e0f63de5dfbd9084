package justhungry.replay.script.model;

/** The failure to build a request because a variable has no value, or one that the request cannot hold. */
public final class UnresolvedVariableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnresolvedVariableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
