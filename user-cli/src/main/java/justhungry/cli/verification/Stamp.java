package justhungry.cli.verification;

/**
 * What an answer says about its place in the order of all requests.
 *
 * @param turn the update's own number, or that of the last update which a read sees
 */
record Stamp(long epoch, long revision, long turn) {
    /** Whether a front end gave the answer, and no back end was asked. */
    boolean isFrontEnds() {
        return epoch == 0 && revision == 0 && turn == 0;
    }
}
