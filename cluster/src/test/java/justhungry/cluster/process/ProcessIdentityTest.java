package justhungry.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessIdentityTest {
    private final ProcessHandle self = ProcessHandle.current();

    /** Java computes the start of a process from the clock, so a clock that is set lets every process seem another one. */
    @Test
    void aProcessIsKnownByWhatNoClockMoves_theBootAndTheTicksUntilItsStart() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "there is no /proc");
        var stat = Files.readString(Path.of("/proc", Long.toString(self.pid()), "stat"), StandardCharsets.ISO_8859_1);
        var ticks = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[19];
        var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();

        assertThat(ProcessIdentity.of(self)).isEqualTo(new ProcessIdentity(self.pid(), boot + "/" + ticks));
    }

    @Test
    void theProcessIsFoundAgain_butNotOneThatReusesItsPid_norOneOfAnotherBoot() {
        var identity = ProcessIdentity.of(self);

        assertThat(identity.liveProcess()).contains(self);
        assertThat(new ProcessIdentity(self.pid(), identity.start() + "0").liveProcess())
                .isEmpty();
        assertThat(new ProcessIdentity(self.pid(), identity.start().replaceFirst("^.", "x")).liveProcess())
                .isEmpty();
    }

    @Test
    void aProcessThatHasEndedIsNeverFound() throws IOException, InterruptedException {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(ProcessIdentity.of(process.toHandle()).liveProcess()).isEmpty();
    }
}
