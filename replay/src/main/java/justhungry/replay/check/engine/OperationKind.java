package justhungry.replay.check.engine;

/** The role of an operation in the sequential order of all operations. */
public enum OperationKind {
    /** The update with its number. */
    UPDATE,
    /**
     * An update that was refused without being decided: like a read, but possibly in the same entry as the next update.
     * Whether its first attempt took effect is unknown.
     */
    UNDECIDED,
    /** A read that sees all updates up to its number. */
    READ,
    /** An update without a number: whether it took effect is unknown. */
    UNKNOWN,
    /** An operation without a number that was not executed, or a read without an answer. */
    NONE;

    /** Whether an operation of this kind has a place in the order. */
    public boolean hasPlace() {
        return compareTo(UNKNOWN) < 0;
    }

    /** Whether it may have taken effect, at a place that is not known. */
    public boolean isUnknown() {
        return this == UNDECIDED || this == UNKNOWN;
    }
}
