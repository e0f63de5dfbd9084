package justhungry.cli.console;

/** There is nothing more to read: the pipe has ended, or Ctrl-D was typed. */
public final class InputEndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public InputEndedException() {
        super("the input has ended");
    }
}
