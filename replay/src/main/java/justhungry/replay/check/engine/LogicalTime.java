package justhungry.replay.check.engine;

/**
 * The logical time of a response: its place in the order of all requests.
 *
 * @param updateNumber the number of the update itself, or of the last update that a read sees
 */
public record LogicalTime(long epoch, long revision, long updateNumber) {
    /** Whether the response is of a front end, without a back end. */
    public boolean isFromFrontend() {
        return epoch == 0 && revision == 0 && updateNumber == 0;
    }
}
