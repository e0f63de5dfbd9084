package justhungry.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import justhungry.benchmarks.measure.ClosedLoad;
import justhungry.benchmarks.measure.MachineFigures;
import justhungry.benchmarks.measure.MachineLoad;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import justhungry.cluster.process.RoleLauncher;

/**
 * The first minute of new clusters, beside what they do at its end; then that of a replica that becomes primary. A visitor sees
 * no other minute.
 */
final class FirstMinute {
    private static final int CLIENTS = 64;
    private static final int MINUTE = 60;
    private static final int LAST = 10;
    private static final int AFTER_KILL = 10;
    private static final List<Integer> SHOWN = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14, 19, 29, 44, 59);

    private final int times;
    private final RoleLauncher roles;

    /**
     * @param times the number of new clusters that are measured. One more comes first, to warm the clients themselves
     * @param roles how they are started: as by {@code up}, or as by {@code demo}
     */
    FirstMinute(int times, RoleLauncher roles) {
        this.times = times;
        this.roles = roles;
    }

    void run(Path directory) throws Exception {
        System.out.println("%n%s%n".formatted(MachineFigures.measured(directory)));
        var before = MachineLoad.read();
        measure(Files.createDirectory(directory.resolve("first")));
        var measured = new ArrayList<MeasuredMinute>();
        for (int i = 0; i < times; i++) {
            measured.add(measure(Files.createDirectory(directory.resolve(Integer.toString(i)))));
        }
        System.out.println(
                "%d new clusters, %d clients, %d ms until all are in sync; others used %.0f %% of the machine%n"
                        .formatted(
                                times,
                                CLIENTS,
                                Math.round(median(measured, MeasuredMinute::startMillis)),
                                100 * MachineLoad.read().othersSince(before)));
        System.out.println("""
                | second after it is ready | orders: median [smallest-largest] | of the last ten seconds' |
                |---|---|---|""");
        for (int second : SHOWN) {
            System.out.println(row(
                    Integer.toString(second + 1),
                    measured,
                    each -> each.bySecond.get(second),
                    each -> each.bySecond.get(second) / each.warm));
        }
        System.out.println("""

                | second after kill -9 of the primary | orders: median [smallest-largest] | of the old primary's |
                |---|---|---|""");
        for (int i = 0; i < AFTER_KILL; i++) {
            int second = i;
            System.out.println(row(
                    Integer.toString(second + 1),
                    measured,
                    each -> each.afterKill.get(second),
                    each -> each.afterKill.get(second) / each.warm));
        }
    }

    private MeasuredMinute measure(Path directory) throws Exception {
        long start = System.nanoTime();
        try (var cluster = JustHungry.start(directory, StorageMode.ON_DISK, JustHungry.ORDER, roles)) {
            double startMillis = (System.nanoTime() - start) / 1e6;
            try (var load = new ClosedLoad(cluster, CLIENTS)) {
                load.awaitSecond(MINUTE);
                var primary = List.of(cluster.primary());
                int kill = load.second() + 1;
                load.awaitSecond(kill);
                cluster.cluster().kill(primary);
                load.awaitSecond(kill + AFTER_KILL);
                return new MeasuredMinute(
                        startMillis,
                        seconds(load, 0, MINUTE),
                        load.meanFrom(MINUTE - LAST, MINUTE),
                        seconds(load, kill, kill + AFTER_KILL));
            }
        }
    }

    private static List<Double> seconds(ClosedLoad load, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(second -> (double) load.answeredIn(second))
                .toList();
    }

    private static String row(
            String name,
            List<MeasuredMinute> measured,
            ToDoubleFunction<MeasuredMinute> orders,
            ToDoubleFunction<MeasuredMinute> part) {
        var sorted = sorted(measured, orders);
        return String.format(
                Locale.ROOT,
                "| %s | %.0f [%.0f-%.0f] | %s |",
                name,
                median(measured, orders),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted(measured, part).stream()
                        .map(each -> String.format(Locale.ROOT, "%.2f", each))
                        .collect(Collectors.joining(", ")));
    }

    private static double median(List<MeasuredMinute> measured, ToDoubleFunction<MeasuredMinute> figure) {
        return sorted(measured, figure).get(measured.size() / 2);
    }

    private static List<Double> sorted(List<MeasuredMinute> measured, ToDoubleFunction<MeasuredMinute> figure) {
        return measured.stream().map(figure::applyAsDouble).sorted().toList();
    }

    /**
     * What one cluster did.
     *
     * @param startMillis from the start of its first process until all back ends are in sync
     * @param bySecond the orders of each second of the first minute
     * @param warm orders a second at the end of that minute
     * @param afterKill the orders of each second after the end of its primary
     */
    private record MeasuredMinute(double startMillis, List<Double> bySecond, double warm, List<Double> afterKill) {}
}
