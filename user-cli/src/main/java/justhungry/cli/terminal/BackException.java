package justhungry.cli.terminal;

/** A return to the menu; the person has been told why. */
final class BackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackException() {
        super("back to the menu");
    }
}
