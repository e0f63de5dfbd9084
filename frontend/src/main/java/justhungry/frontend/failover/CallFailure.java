package justhungry.frontend.failover;

/** The kind of a failed call to a back end. */
public enum CallFailure {
    /** Nothing listens there any more: the process has ended, and the call was not carried out. */
    ENDED,
    /** There was no answer, for whatever reason. */
    UNANSWERED
}
