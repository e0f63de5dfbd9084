package justhungry.cli.terminal;

/** The kind of person at the terminal: new, or perhaps with saved contact details. */
public enum PersonKind {
    /** A user of this session only: nothing is saved. */
    NEW,
    /** A user that may have saved contact details in an earlier session. */
    RETURNING
}
