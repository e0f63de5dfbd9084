package justhungry.backend.storage;

/** A store's process ended between the beginning and the end of a snapshot's arrival: nothing in it is of use. */
final class SnapshotUnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SnapshotUnfinishedException(String what) {
        super(what);
    }
}
