package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import justhungry.api.client.Backend;
import justhungry.api.client.Frontend;
import justhungry.api.replication.Replica;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.ProcessRole;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The RMI calls of an order cost more than anything else about it. RMI itself counts them, in the log of each process. */
class OrderCallsIT {
    private static final int ORDERS = 100;
    private static final List<String> PROCESSES = List.of("frontend1", "server1", "server2", "server3");
    private static final List<Class<?>> CALLED = List.of(Frontend.class, Backend.class, Replica.class);

    @TempDir
    private Path directory;

    @Test
    void anOrderIsOneCallToTheFrontEnd_oneToThePrimary_andOneToEachOfTwoReplicas() throws Exception {
        try (var cluster = SystemCluster.start(directory, 3, 1, OrderCallsIT::loggingCalls)) {
            Map<String, Long> before;
            int orders;
            try (var load = cluster.order(1, Duration.ZERO)) {
                load.awaitProgress(5);
                before = calls(cluster);
                orders = load.acknowledged();
                load.awaitProgress(ORDERS);
                assertThat(load.verify()).matches(LoadResult::isFlawless);
                orders = load.acknowledged() - orders;
            }
            var after = calls(cluster);
            assertThat(perOrder("Frontend", before, after, orders)).isCloseTo(1, Offset.offset(0.4));
            assertThat(perOrder("Backend", before, after, orders)).isCloseTo(1, Offset.offset(0.4));
            assertThat(perOrder("Replica", before, after, orders)).isCloseTo(2, Offset.offset(0.8));
        }
    }

    private static double perOrder(String called, Map<String, Long> before, Map<String, Long> after, int orders) {
        return (double) (after.get(called) - before.get(called)) / orders;
    }

    private static List<String> loggingCalls(ProcessRole role) {
        var command = new ArrayList<>(InstalledJars.find().command(role));
        command.add(command.indexOf("-jar"), "-Djava.rmi.server.logCalls=true");
        return command;
    }

    /** The calls to each interface until now, in all processes. Those that ask for a status are not counted. */
    private static Map<String, Long> calls(SystemCluster cluster) throws IOException {
        var lines = new ArrayList<String>();
        for (var process : PROCESSES) {
            cluster.log(process)
                    .lines()
                    .filter(line -> !line.contains(".status()"))
                    .forEach(lines::add);
        }
        return CALLED.stream()
                .collect(Collectors.toMap(
                        Class::getSimpleName,
                        called -> lines.stream()
                                .filter(line -> Stream.of(called.getMethods())
                                        .anyMatch(method ->
                                                line.contains(called.getName() + "." + method.getName() + "(")))
                                .count()));
    }
}
