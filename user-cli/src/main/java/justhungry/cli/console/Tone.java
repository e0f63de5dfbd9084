package justhungry.cli.console;

/** How something is said. Only a terminal with colours shows the difference: the words alone must do. */
public enum Tone {
    PLAIN,
    /** The beginning of a part. */
    HEADING,
    /** It has worked. */
    GOOD,
    /** It has not, or it needs attention. */
    BAD,
    /** Of less interest. */
    FAINT
}
