package justhungry.backend.storage;

/** A data directory whose content this process must not use. Nothing was changed. The message says what to do. */
public final class WrongStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public WrongStoreException(String message) {
        super(message);
    }
}
