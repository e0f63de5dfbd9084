package justhungry.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/**
 * Alternating rounds of two subjects, on the same machine in the same minutes: the ratio is what counts.
 *
 * @param rounds the number of rounds of each subject
 * @param time the length of a round
 */
record AlternatingRounds(int rounds, Duration time) {
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(20);
    private static final int WARMING_CLIENTS = 64;

    /** Runs before any measurement: the JVMs compile the code that is used. */
    static void warmUp(BenchmarkSubject subject, MeasuredRound.RequestMix mix) throws Exception {
        MeasuredRound.of(subject, WARMING_CLIENTS, mix, FIRST_WARM_UP);
    }

    ComparedRounds compare(
            BenchmarkSubject one,
            BenchmarkSubject other,
            MeasuredRound.RequestMix mix,
            StorageMode keeping,
            int clients)
            throws Exception {
        var oneRounds = new ArrayList<MeasuredRound>();
        var otherRounds = new ArrayList<MeasuredRound>();
        for (int i = 0; i < rounds; i++) {
            oneRounds.add(MeasuredRound.of(one, clients, mix, time));
            otherRounds.add(MeasuredRound.of(other, clients, mix, time));
        }
        return new ComparedRounds(mix, keeping, clients, median(oneRounds), median(otherRounds));
    }

    /** The round with the median of the throughputs. */
    private static MeasuredRound median(List<MeasuredRound> measured) {
        return measured.stream()
                .sorted(Comparator.comparingDouble(MeasuredRound::perSecond))
                .toList()
                .get(measured.size() / 2);
    }
}
