package justhungry.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeapGaugeIT {
    @ParameterizedTest
    @ValueSource(strings = {"Serial", "G1", "Parallel"})
    @Timeout(300)
    void whenTheHeapFills_itSaysSoBeforeMemoryRunsOut_andWhenItIsEmptied_itSaysThatToo(String collector)
            throws Exception {
        var flags = List.of("-Xmx32m", "-XX:+Use%sGC".formatted(collector), "-XX:+ExitOnOutOfMemoryError");
        var process = ChildJvm.limited(new ProcessBuilder(ChildJvm.command(flags, FullHeap.class))
                .redirectErrorStream(true)
                .start());

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.lines().filter(line -> !line.contains("JAVA_TOOL_OPTIONS")))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("at first: room"),
                        line -> assertThat(line)
                                .matches(
                                        "filled: (19|2[0-9]|3[0-2]) of (21|32) MB are in use after a garbage collection"),
                        line -> assertThat(line).isEqualTo("left: 500 arrays"),
                        line -> assertThat(line).isEqualTo("emptied: room"));
        assertThat(process.exitValue()).isZero();
    }
}
