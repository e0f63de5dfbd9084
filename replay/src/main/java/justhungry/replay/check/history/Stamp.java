package justhungry.replay.check.history;

/**
 * The logical time of a response: its place in the order of all requests.
 *
 * @param turn the number of the update itself, or of the last update that a read sees
 */
public record Stamp(long epoch, long revision, long turn) {
    /** Whether the response is of a front end, without a back end. */
    boolean isFrontEnds() {
        return epoch == 0 && revision == 0 && turn == 0;
    }
}
