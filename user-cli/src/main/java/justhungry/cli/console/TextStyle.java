package justhungry.cli.console;

/** The style of a text. Only a terminal with colours shows it: the words alone must be enough. */
public enum TextStyle {
    PLAIN,
    /** The heading of a section. */
    HEADING,
    /** A success. */
    GOOD,
    /** A failure, or something that needs attention. */
    BAD,
    /** Less important text. */
    FAINT
}
