package justhungry.backend.storage;

/** A data directory belongs to a process that runs, or cannot be used. The message says which, and what to do. */
public final class StoreInUseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoreInUseException(String message) {
        super(message);
    }
}
