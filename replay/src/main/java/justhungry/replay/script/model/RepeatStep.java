package justhungry.replay.script.model;

import java.util.Comparator;
import java.util.List;

/**
 * A step that sends the same requests many times, spread over the clients. The requests of one iteration are sent in
 * order, by one client.
 *
 * @param iterations the number of iterations, 1 to {@link #MAX_ITERATIONS}
 * @param iterationRequests the requests of an iteration, 1 to {@link #MAX_REQUESTS_PER_ITERATION}
 * @param scheduledFaults the faults, in the order in which they are injected
 */
public record RepeatStep(
        int line, int iterations, List<RequestStep> iterationRequests, List<ScheduledFault> scheduledFaults)
        implements Step {
    /** The maximum number of iterations of one repeat. */
    public static final int MAX_ITERATIONS = 10_000_000;

    /** The maximum number of requests of one iteration. */
    public static final int MAX_REQUESTS_PER_ITERATION = 1_000;

    /** The maximum number of requests of all iterations together. */
    public static final long MAX_REQUESTS = 1_000_000_000;

    /** The maximum number of faults of one repeat. */
    public static final int MAX_FAULTS = 1_000;

    /**
     * A fault in the middle of a repeat.
     *
     * @param after the number of answered requests of the repeat after which it is injected
     */
    public record ScheduledFault(long after, FaultStep fault) {}

    public RepeatStep {
        iterationRequests = List.copyOf(iterationRequests);
        require(iterations >= 1 && iterations <= MAX_ITERATIONS, "repeat must be from 1 to " + MAX_ITERATIONS);
        require(
                !iterationRequests.isEmpty() && iterationRequests.size() <= MAX_REQUESTS_PER_ITERATION,
                "of must have 1 to %d requests".formatted(MAX_REQUESTS_PER_ITERATION));
        require(scheduledFaults.size() <= MAX_FAULTS, "a repeat must have at most %d faults".formatted(MAX_FAULTS));
        long total = (long) iterations * iterationRequests.size();
        require(total <= MAX_REQUESTS, "a repeat must send at most %,d requests in all".formatted(MAX_REQUESTS));
        scheduledFaults = scheduledFaults.stream()
                .sorted(Comparator.comparingLong(ScheduledFault::after))
                .toList();
        require(
                scheduledFaults.stream().allMatch(fault -> fault.after() >= 0 && fault.after() <= total),
                "after must be from 0 to %d, the number of requests of the repeat".formatted(total));
    }

    @Override
    public long requests() {
        return (long) iterations * iterationRequests.size();
    }

    @Override
    public List<FaultStep> faults() {
        return scheduledFaults.stream().map(ScheduledFault::fault).toList();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
