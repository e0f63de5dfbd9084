package justhungry.benchmarks.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/**
 * Alternating rounds of two or more subjects, which all keep running: on the same machine in the same minutes, the ratio is what
 * counts. In a round each has two turns, the second ones in the opposite order, so that a machine that becomes faster or slower
 * meanwhile is so for all.
 *
 * @param warmUp how long each subject runs before the first round
 * @param rounds the number of rounds, at least 3
 * @param turn the length of a turn
 */
public record AlternatingRounds(Duration warmUp, int rounds, Duration turn) {
    private static final int WARMING_CLIENTS = 64;
    private static final int FEWEST_ROUNDS = 3;

    public AlternatingRounds {
        if (rounds < FEWEST_ROUNDS) {
            throw new IllegalArgumentException(
                    "rounds=%d is too few: a ratio is that of at least %d rounds".formatted(rounds, FEWEST_ROUNDS));
        }
    }

    /** Runs each subject before any measurement: the JVMs compile the code that is used. */
    public void warmUp(List<? extends BenchmarkSubject> subjects, List<MeasuredRound.RequestMix> mixes)
            throws Exception {
        for (var mix : mixes) {
            for (var subject : subjects) {
                MeasuredRound.of(subject, WARMING_CLIENTS, mix, warmUp);
            }
        }
    }

    public ComparedRounds compare(
            List<? extends BenchmarkSubject> subjects, MeasuredRound.RequestMix mix, StorageMode keeping, int clients)
            throws Exception {
        var before = MachineLoad.read();
        var measured = new ArrayList<List<MeasuredRound>>();
        for (int i = 0; i < rounds; i++) {
            measured.add(round(subjects, mix, clients));
        }
        return new ComparedRounds(
                mix, keeping, clients, measured, MachineLoad.read().othersSince(before));
    }

    /** A round of each subject, in their order. */
    private List<MeasuredRound> round(
            List<? extends BenchmarkSubject> subjects, MeasuredRound.RequestMix mix, int clients) throws Exception {
        var measured = new ArrayList<MeasuredRound>();
        for (var subject : subjects) {
            measured.add(MeasuredRound.of(subject, clients, mix, turn));
        }
        for (int i = subjects.size() - 1; i >= 0; i--) {
            measured.set(i, measured.get(i).plus(MeasuredRound.of(subjects.get(i), clients, mix, turn)));
        }
        return measured;
    }
}
