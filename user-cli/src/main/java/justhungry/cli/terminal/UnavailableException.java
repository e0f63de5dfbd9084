package justhungry.cli.terminal;

/** The terminal cannot go on. */
final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;

    UnavailableException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** Why not, and what to do, for a person. */
    String reason() {
        return reason;
    }
}
