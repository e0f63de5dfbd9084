package justhungry.api.directory;

/** The refusal of a back end whose data are an old copy: as the member that it was, it may not come back. */
public final class StaleCopyException extends RegistrationRefusedException {
    private static final long serialVersionUID = 1;

    public StaleCopyException(String why) {
        super(why);
    }
}
