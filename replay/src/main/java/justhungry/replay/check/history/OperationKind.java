package justhungry.replay.check.history;

/** The role of a request in the sequential order of all requests. */
public enum OperationKind {
    /** The update with its number. */
    UPDATE,
    /**
     * An update that was refused without being decided: like a read, but possibly in the same entry as the next update.
     */
    UNDECIDED,
    /** A read that sees all updates up to its number. */
    READ,
    /** None: the request was not executed, or its outcome is unknown. */
    NONE
}
