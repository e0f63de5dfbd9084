package justhungry.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.api.cluster.Member;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StaleCopyIT {
    private static final List<String> BACK_ENDS = List.of("server1", "server2", "server3");

    @TempDir
    Path directory;

    @Test
    @Timeout(1_800)
    void whenADiskIsPutBackFromAnOldCopy_thenItsBackEndCatchesUp_andWhenAllAre_thenNobodyLeads()
            throws IOException, InterruptedException {
        try (var cluster = SystemCluster.start(directory, 3, 1);
                var load = cluster.order(16)) {
            load.awaitProgress(20);
            var member = cluster.view().leader();
            BACK_ENDS.forEach(cluster::kill);
            for (var name : BACK_ENDS) {
                copy(data(name), old(name));
            }
            cluster.restart(BACK_ENDS);
            cluster.awaitAllInitialized();
            load.awaitProgress(20);

            putBack(cluster, member);
            load.awaitProgress(5);
            cluster.restart(cluster.kill("primary"));
            cluster.awaitAllInitialized();
            load.awaitProgress(5);

            putAllBack(cluster, load);
            load.awaitProgress(5);
            assertThat(load.verify()).matches(LoadResult::isFlawless);
        }
    }

    /** Nobody else ends for its sake. */
    private void putBack(SystemCluster cluster, Member member) throws IOException {
        var name = member.name();
        cluster.kill(name);
        Files.move(data(name), directory.resolve("unused"));
        copy(old(name), data(name));

        cluster.restart(List.of(name));
        cluster.awaitAllInitialized();

        assertThat(cluster.log(name)).contains("the data of " + name + " are an old copy");
        assertThat(cluster.viewWithAllInSync(3).inSync())
                .as("%s has a new incarnation", name)
                .doesNotContain(member);
    }

    /** What was acknowledged is on none of the old copies, so only the newest data bring the orders back. */
    private void putAllBack(SystemCluster cluster, OrderLoad load) throws IOException {
        var newest = Files.createDirectory(directory.resolve("newest"));
        BACK_ENDS.forEach(cluster::kill);
        for (var name : BACK_ENDS) {
            Files.move(data(name), newest.resolve(name));
            Files.move(old(name), data(name));
        }
        cluster.restart(BACK_ENDS);

        load.awaitTooFewBackEnds("no back end that answers is known to hold every order", "with its newest data: ");
        int taken = load.acknowledged();
        load.awaitTooFewBackEnds();
        assertThat(load.acknowledged()).isEqualTo(taken);
        var status = cluster.status();
        assertThat(status.takesOrders()).isFalse();
        assertThat(status.backends()).noneMatch(status::initialized);
        for (var name : BACK_ENDS) {
            assertThat(cluster.log(name)).contains("the data of " + name + " are an old copy");
        }

        BACK_ENDS.forEach(cluster::kill);
        for (var name : BACK_ENDS) {
            Files.move(data(name), old(name));
            Files.move(newest.resolve(name), data(name));
        }
        cluster.restart(BACK_ENDS);
        cluster.awaitAllInitialized();
    }

    private Path data(String name) {
        return directory.resolve("data").resolve(name);
    }

    private Path old(String name) {
        return directory.resolve("old").resolve(name);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (var paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
