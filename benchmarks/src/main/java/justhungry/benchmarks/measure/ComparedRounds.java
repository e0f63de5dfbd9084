package justhungry.benchmarks.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/**
 * The measurements of two or more subjects under the same load.
 *
 * @param rounds of each round the measurements of all subjects, in their order
 * @param others the part of the machine that other programs used meanwhile, from 0 to 1
 */
public record ComparedRounds(
        MeasuredRound.RequestMix mix,
        StorageMode keeping,
        int clients,
        List<List<MeasuredRound>> rounds,
        double others) {
    /** As {@code orders, durable}. */
    public String load() {
        return "%s, %s"
                .formatted(
                        mix.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        keeping == StorageMode.ON_DISK ? "durable" : "in memory");
    }

    /** The round of a subject with the median of its throughputs. */
    public MeasuredRound median(int subject) {
        return rounds.stream()
                .map(round -> round.get(subject))
                .sorted(Comparator.comparingDouble(MeasuredRound::perSecond))
                .toList()
                .get(rounds.size() / 2);
    }

    /** The throughput of the first subject as a part of another's, by rounds. */
    public RatioInterval ratio(int other) {
        return RatioInterval.of(rounds.stream()
                .map(round -> round.get(0).perSecond() / round.get(other).perSecond())
                .toList());
    }

    /** The others' use of the machine, as {@code 7 %}. */
    public String othersPercent() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * others);
    }

    /** A figure of all subjects, as cells of a table. */
    public String figures(String format, ToDoubleFunction<MeasuredRound> figure) {
        return cells(round -> format.formatted(figure.applyAsDouble(round)));
    }

    /** What the processes of all subjects used for a request, as cells of a table. */
    public String uses(ToDoubleFunction<ProcessUse> figure) {
        return cells(round -> round.use(figure));
    }

    /** Syncs per request of all subjects, as cells of a table: each entry is synced once at each of the three copies. */
    public String syncs() {
        return figures("%.2f", round -> keeping == StorageMode.ON_DISK ? 3.0 * round.entries() / round.count() : 0);
    }

    private String cells(Function<MeasuredRound, String> cell) {
        return IntStream.range(0, rounds.get(0).size())
                .mapToObj(subject -> cell.apply(median(subject)))
                .collect(Collectors.joining(" | "));
    }
}
