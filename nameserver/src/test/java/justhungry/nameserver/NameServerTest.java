package justhungry.nameserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import justhungry.api.cluster.View;
import justhungry.platform.rmi.RmiProcess;
import justhungry.testing.GarbageCollection;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A name server in this JVM. */
@Timeout(300)
class NameServerTest {
    @TempDir
    private Path data;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure);
    }

    /** Trap E5. Nothing is looked up before: a process that has a stub keeps the object alive. */
    @Test
    void whenTheCollectorHasRun_thenTheRegistryAndBothObjectsCanStillBeCalled() throws Exception {
        try (var server = NameServer.start(new NameServerSettings(RmiProcess.LOOPBACK, 0, data), lastWords -> {})) {
            GarbageCollection.run();

            assertThat(NameServerProcess.directory(server.port()).listing().backends())
                    .isEmpty();
            assertThat(NameServerProcess.views(server.port()).current()).isEqualTo(View.NONE);
        }
    }
}
