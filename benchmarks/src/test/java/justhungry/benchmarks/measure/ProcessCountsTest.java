package justhungry.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class ProcessCountsTest {
    private static final long THIS_ONE = ProcessHandle.current().pid();

    @Test
    void eachReadOfAFileIsATransfer() throws IOException {
        var before = ProcessCounts.read(THIS_ONE);
        try (var zeros = FileChannel.open(Path.of("/dev/zero"), StandardOpenOption.READ)) {
            for (int i = 0; i < 1_000; i++) {
                zeros.read(ByteBuffer.allocate(1));
            }
        }
        assertThat(ProcessCounts.read(THIS_ONE).since(before).transfers()).isGreaterThanOrEqualTo(1_000);
    }

    @Test
    void eachSleepIsASwitch() throws IOException, InterruptedException {
        var before = ProcessCounts.read(THIS_ONE);
        for (int i = 0; i < 50; i++) {
            Thread.sleep(1);
        }
        assertThat(ProcessCounts.read(THIS_ONE).since(before).switches()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void whatThisProcessUsesIsNotThatOfOthers() throws IOException {
        var before = MachineLoad.read();
        var counts = ProcessCounts.read(THIS_ONE);
        ProcessUse use;
        do {
            use = ProcessCounts.read(THIS_ONE).since(counts);
        } while (use.cpuMicros() < 300_000);
        var now = MachineLoad.read();
        assertThat(now.ownMicros() - before.ownMicros()).isGreaterThanOrEqualTo(300_000);
        assertThat(now.othersSince(before)).isBetween(0.0, 1.0);
    }
}
