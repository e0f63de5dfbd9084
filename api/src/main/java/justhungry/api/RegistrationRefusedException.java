package justhungry.api;

/** The directory does not take a registration; the message says why, and what to do. */
public final class RegistrationRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public RegistrationRefusedException(String message) {
        super(message);
    }
}
