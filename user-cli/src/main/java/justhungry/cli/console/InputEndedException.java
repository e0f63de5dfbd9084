package justhungry.cli.console;

/** The end of the input: the end of the pipe, or Ctrl-D. */
public final class InputEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InputEndedException() {
        super("the input has ended");
    }
}
