package justhungry.replay.check.engine;

/**
 * An update of unknown outcome.
 *
 * @param lowerBound the highest update number that was reported before it was first sent: its own, if it has one, is higher
 * @param answer one that says nothing
 */
record UnknownUpdate<Q, A>(int index, long lowerBound, Q request, A answer) {
    /** Whether both have the same effect, so that it does not matter which of them took effect. */
    boolean hasSameEffectAs(UnknownUpdate<Q, A> other) {
        return request.equals(other.request);
    }
}
