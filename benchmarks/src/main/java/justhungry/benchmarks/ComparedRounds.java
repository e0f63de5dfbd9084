package justhungry.benchmarks;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import justhungry.cluster.process.ClusterPlan.StorageMode;

/** The measurements of two subjects under the same load: of each the round that counts. */
record ComparedRounds(
        MeasuredRound.RequestMix mix, StorageMode keeping, int clients, MeasuredRound one, MeasuredRound other) {
    /** As {@code orders, durable}. */
    String load() {
        return "%s, %s"
                .formatted(
                        mix.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        keeping == StorageMode.ON_DISK ? "durable" : "in memory");
    }

    /** The throughput of the first as a part of the second's. */
    double ratio() {
        return one.perSecond() / other.perSecond();
    }

    /** A figure of both, as two cells of a table. */
    String both(String format, ToDoubleFunction<MeasuredRound> figure) {
        return format.formatted(figure.applyAsDouble(one)) + " | " + format.formatted(figure.applyAsDouble(other));
    }

    /** Syncs per request, of both: each entry is synced once at each of the three copies. */
    String syncs() {
        return both("%.2f", round -> keeping == StorageMode.ON_DISK ? 3.0 * round.entries() / round.count() : 0);
    }
}
