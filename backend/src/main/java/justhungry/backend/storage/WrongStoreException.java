package justhungry.backend.storage;

/** A data directory holds what this process must not use. Nothing was touched. The message says what to do. */
public final class WrongStoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongStoreException(String message) {
        super(message);
    }
}
