package justhungry.backend.replication;

/** A state that the protocol rules out. The process must stop before it does harm. */
public final class BrokenInvariantException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenInvariantException(String message, Object... values) {
        super(message.formatted(values));
    }
}
