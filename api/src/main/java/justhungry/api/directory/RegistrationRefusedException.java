package justhungry.api.directory;

/** The directory's refusal of a registration; the message says why, and what to do. */
public class RegistrationRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    public RegistrationRefusedException(String why) {
        super(why);
        this.why = why;
    }

    @Override
    public final String getMessage() {
        return why;
    }
}
