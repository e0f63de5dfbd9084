package justhungry.benchmarks.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one peer that is there on every machine. */
class ZooKeeperPeerIT {
    @Test
    void threeServersKeepAnOrder(@TempDir Path directory) throws Exception {
        try (var peer = ZooKeeperPeer.start(directory);
                var client = peer.newClient()) {
            client.update();
            client.update();

            assertThat(peer.processes()).hasSize(3);
        }
    }
}
