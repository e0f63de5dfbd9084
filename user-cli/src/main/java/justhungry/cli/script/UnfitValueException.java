package justhungry.cli.script;

/** A request cannot be built: a variable has no value, or one that does not fit. The message names the line. */
public final class UnfitValueException extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnfitValueException(String reason) {
        super(reason);
        this.reason = reason;
    }

    @Override
    public String getMessage() {
        return reason;
    }
}
