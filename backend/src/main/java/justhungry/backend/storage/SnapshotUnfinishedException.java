package justhungry.backend.storage;

/** A store whose process ended while a snapshot was being installed: its content is of no use. */
final class SnapshotUnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SnapshotUnfinishedException(String what) {
        super(what);
    }
}
