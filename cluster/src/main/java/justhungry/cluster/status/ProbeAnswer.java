package justhungry.cluster.status;

import java.util.Optional;

/**
 * The answer of one process to a probe.
 *
 * @param value empty without an answer in time, or when the call failed
 * @param refused whether its connection was refused: nothing listens there any more
 */
record ProbeAnswer<T>(Optional<T> value, boolean refused) {
    static <T> ProbeAnswer<T> of(T value) {
        return new ProbeAnswer<>(Optional.of(value), false);
    }

    /** No answer, of a process that may well be alive. */
    static <T> ProbeAnswer<T> silence() {
        return new ProbeAnswer<>(Optional.empty(), false);
    }

    static <T> ProbeAnswer<T> refusal() {
        return new ProbeAnswer<>(Optional.empty(), true);
    }
}
