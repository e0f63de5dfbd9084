package justhungry.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import justhungry.cluster.process.ClusterPlan.Keeping;

/**
 * Alternating rounds of two subjects, on the same machine in the same minutes: the ratio is what counts.
 *
 * @param rounds the number of rounds of each subject
 * @param time the length of a round
 */
record Turns(int rounds, Duration time) {
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(20);
    private static final int WARMING_CLIENTS = 64;

    /** Runs before any measurement: the JVMs compile the code that is used. */
    static void warmUp(Subject subject, Round.Mix mix) throws Exception {
        Round.of(subject, WARMING_CLIENTS, mix, FIRST_WARM_UP);
    }

    Compared compare(Subject one, Subject other, Round.Mix mix, Keeping keeping, int clients) throws Exception {
        var oneRounds = new ArrayList<Round>();
        var otherRounds = new ArrayList<Round>();
        for (int i = 0; i < rounds; i++) {
            oneRounds.add(Round.of(one, clients, mix, time));
            otherRounds.add(Round.of(other, clients, mix, time));
        }
        return new Compared(mix, keeping, clients, median(oneRounds), median(otherRounds));
    }

    /** The round with the median of the throughputs. */
    private static Round median(List<Round> measured) {
        return measured.stream()
                .sorted(Comparator.comparingDouble(Round::perSecond))
                .toList()
                .get(measured.size() / 2);
    }
}
