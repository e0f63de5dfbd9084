package justhungry.cli.terminal;

/** The way back to the menu; whatever there was to say has been said. */
final class BackException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BackException() {
        super("back to the menu");
    }
}
