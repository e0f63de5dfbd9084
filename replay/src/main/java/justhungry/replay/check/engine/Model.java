package justhungry.replay.check.engine;

import java.util.List;

/**
 * The rules of a service, as the engine uses them: those of a single server that never fails. The idea, {@code init},
 * {@code step} and {@code partition} are Porcupine's. A model belongs to one partition of one history.
 *
 * <p>A state that is too large for a copy after every update may keep what is certain, because it is the same in all
 * possible states, in the model itself: {@link #accept} and {@link #settle} are where something becomes certain.
 *
 * @param <S> a possible state; immutable
 * @param <Q> a request, with everything that its answer depends on beside the state; equal requests have equal effects
 * @param <A> an answer; two that say the same are equal
 */
public interface Model<S, Q, A> {
    /**
     * The key of the partition of a request. Operations of two partitions share no state and no update numbers, and are
     * checked apart. It is the same for every model of the history.
     */
    Object partition(Q request);

    /** Notes an operation of the partition, in the order of the file; before all other methods but the first. */
    void observe(HistoryOperation<Q, A> operation);

    /**
     * The update number after which every update is one of the history.
     *
     * @throws IllegalArgumentException when the operations observed are not enough for a first state
     */
    long base();

    /**
     * The possible states before the first operation. It makes the model forget everything but what it has observed.
     *
     * @param unknown the highest number of updates of unknown outcome that may have taken effect before
     */
    List<S> init(long unknown);

    /**
     * What a single server does with a request. It changes nothing.
     *
     * @param answer the actual answer, which decides where several are right; for an update of unknown outcome, one that
     *     says nothing
     */
    Step<S, A> step(S state, Q request, A answer);

    /**
     * The states after an operation whose answer is taken as right, in the order of those before it.
     *
     * @param index that of the operation
     */
    default List<S> accept(List<S> states, int index, HistoryOperation<Q, A> operation) {
        return states.stream()
                .map(state ->
                        step(state, operation.request(), operation.answer()).next())
                .toList();
    }

    /** The same state, when no other one is possible any more. */
    default S settle(S only) {
        return only;
    }

    /**
     * Goes on after updates that cannot be attributed.
     *
     * @param updates their number
     * @param candidates the requests of unknown outcome that may be among them
     */
    void onGap(long updates, List<Q> candidates);

    Certainty certainty(Q request);

    /**
     * The errors that a wrong answer shows; at least one.
     *
     * @param expected the right answer in the state
     */
    List<Anomaly> diagnose(HistoryOperation<Q, A> operation, A expected, S state, OperationTimes times);

    /** A right answer, and the state after it. */
    record Step<S, A>(A answer, S next) {}

    /** The part of an answer that can be judged, after updates that cannot be attributed. */
    enum Certainty {
        ALL,
        PART,
        NOTHING
    }
}
