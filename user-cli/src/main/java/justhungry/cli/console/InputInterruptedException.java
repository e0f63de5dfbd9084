package justhungry.cli.console;

/** Ctrl-C at a prompt. */
public final class InputInterruptedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InputInterruptedException() {
        super("Ctrl-C");
    }
}
