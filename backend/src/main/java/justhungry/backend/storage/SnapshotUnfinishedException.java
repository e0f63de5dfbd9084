package justhungry.backend.storage;

/** A store whose process ended while a snapshot was being installed: its content is of no use. */
public final class SnapshotUnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SnapshotUnfinishedException(String what) {
        super(what);
    }
}
