package justhungry.backend.replication;

/** Numbers the calls of one process, 1, 2, 3, …, so that no late answer is ever taken for that of another call. */
final class CallNumbers {
    private long last;

    long next() {
        return ++last;
    }
}
