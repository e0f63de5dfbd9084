package justhungry.backend.replication;

/**
 * The ids of the calls of one process, 1, 2, 3, …, so that a late answer is never taken for the answer to another call.
 */
final class CallIds {
    private long last;

    long next() {
        return ++last;
    }
}
