package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardIT {
    private static final Duration TEST_TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void whenTheParentIsKilledWithKill9_thenEveryChildEnds_aPausedOneToo() throws IOException {
        var parent = ChildJvm.start(GuardedParent.class, directory.toString());
        var children = childrenOf(parent);
        assertThat(children).hasSize(3).allMatch(ProcessHandle::isAlive);

        parent.destroyForcibly();

        // Nobody collects them where the first process of the system is not made for that, as in many a container.
        await().atMost(TEST_TIMEOUT).until(() -> children.stream().allMatch(ProcessSignals::hasEnded));
    }

    @Test
    void whenAChildEndsByItself_thenItsGuardEndsToo_andKillsNobody() throws IOException {
        var guards = new OrphanGuard();
        var before = ProcessHandle.current().children().toList();
        var child = new ProcessBuilder("sleep", "1000").start();
        guards.launch(child::toHandle);
        assertThat(newChildren(before)).hasSize(2);

        child.destroyForcibly();

        await().atMost(TEST_TIMEOUT).until(() -> newChildren(before).isEmpty());
    }

    @Test
    void aClosedGuardStartsNothing() {
        var guards = new OrphanGuard();
        guards.close();

        assertThatThrownBy(() -> guards.launch(() -> fail("a process was started")))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("nothing more is started");
    }

    @Test
    void whenChildrenAreLetGo_thenTheyOutliveTheirGuards() throws IOException {
        var guards = new OrphanGuard();
        var before = ProcessHandle.current().children().toList();
        var child = new ProcessBuilder("sleep", "1000").start();
        guards.launch(child::toHandle);

        guards.releaseAll();

        await().atMost(TEST_TIMEOUT).until(() -> newChildren(before).equals(List.of(child.toHandle())));
        child.destroyForcibly();
    }

    private static List<ProcessHandle> newChildren(List<ProcessHandle> before) {
        return ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
    }

    private static List<ProcessHandle> childrenOf(Process parent) throws IOException {
        var children = new ArrayList<ProcessHandle>();
        var reader = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8));
        for (var line = reader.readLine(); line != null && !line.equals("all"); line = reader.readLine()) {
            children.add(ProcessHandle.of(Long.parseLong(line)).orElseThrow());
        }
        return children;
    }
}
