package justhungry.replay.script.model;

import java.util.Comparator;
import java.util.List;

/**
 * A step that sends the same requests many times, spread over the clients. The requests of one iteration are sent in
 * order, by one client.
 *
 * @param turns the number of iterations, 1 to {@link #TURNS}
 * @param of the requests of an iteration, 1 to {@link #REQUESTS_PER_TURN}
 * @param strikes the faults, in the order in which they are injected
 */
public record Repeat(int line, int turns, List<Ask> of, List<Strike> strikes) implements Step {
    /** The maximum number of iterations of one repeat. */
    public static final int TURNS = 10_000_000;

    /** The maximum number of requests of one iteration. */
    public static final int REQUESTS_PER_TURN = 1_000;

    /** The maximum number of requests of all iterations together. */
    public static final long REQUESTS = 1_000_000_000;

    /** The maximum number of faults of one repeat. */
    public static final int FAULTS = 1_000;

    /**
     * A fault in the middle of a repeat.
     *
     * @param after the number of answered requests of the repeat after which it is injected
     */
    public record Strike(long after, FaultStep fault) {}

    public Repeat {
        of = List.copyOf(of);
        require(turns >= 1 && turns <= TURNS, "repeat must be from 1 to " + TURNS);
        require(
                !of.isEmpty() && of.size() <= REQUESTS_PER_TURN,
                "of must have 1 to %d requests".formatted(REQUESTS_PER_TURN));
        require(strikes.size() <= FAULTS, "a repeat must have at most %d faults".formatted(FAULTS));
        long total = (long) turns * of.size();
        require(total <= REQUESTS, "a repeat must send at most %,d requests in all".formatted(REQUESTS));
        strikes =
                strikes.stream().sorted(Comparator.comparingLong(Strike::after)).toList();
        require(
                strikes.stream().allMatch(fault -> fault.after() >= 0 && fault.after() <= total),
                "after must be from 0 to %d, the number of requests of the repeat".formatted(total));
    }

    @Override
    public long requests() {
        return (long) turns * of.size();
    }

    @Override
    public List<FaultStep> faults() {
        return strikes.stream().map(Strike::fault).toList();
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
