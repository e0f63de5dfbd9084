package justhungry.cli.script;

import java.util.Comparator;
import java.util.List;

/**
 * The same requests many times, spread over the clients: each turn's in order, on one client.
 *
 * @param turns 1 to {@link #TURNS}
 * @param of the requests of a turn, 1 to {@link #REQUESTS_PER_TURN}
 * @param strikes in the order in which they strike
 */
public record Repeat(int line, int turns, List<Ask> of, List<Strike> strikes) implements Step {
    /** Turns of one repeat. */
    public static final int TURNS = 10_000_000;

    /** Requests of one turn. */
    public static final int REQUESTS_PER_TURN = 1_000;

    /** Requests of all turns together. */
    public static final long REQUESTS = 1_000_000_000;

    /** Faults of one repeat. */
    public static final int FAULTS = 1_000;

    /**
     * A fault in the middle of a repeat.
     *
     * @param after how many requests of the repeat have been answered when it strikes
     */
    public record Strike(long after, FaultStep fault) {}

    public Repeat {
        of = List.copyOf(of);
        require(turns >= 1 && turns <= TURNS, "repeat is from 1 to " + TURNS);
        require(
                !of.isEmpty() && of.size() <= REQUESTS_PER_TURN,
                "of has 1 to %d requests".formatted(REQUESTS_PER_TURN));
        require(strikes.size() <= FAULTS, "a repeat has at most %d faults".formatted(FAULTS));
        long most = (long) turns * of.size();
        require(most <= REQUESTS, "a repeat sends at most %,d requests in all".formatted(REQUESTS));
        strikes =
                strikes.stream().sorted(Comparator.comparingLong(Strike::after)).toList();
        require(
                strikes.stream().allMatch(strike -> strike.after() >= 0 && strike.after() <= most),
                "after is from 0 to %d, the requests of the repeat".formatted(most));
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
