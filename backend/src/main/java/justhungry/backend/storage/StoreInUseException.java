package justhungry.backend.storage;

/** A data directory that a running process uses, or that cannot be used. The message says which, and what to do. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreInUseException(String message) {
        super(message);
    }
}
