package justhungry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that the hunt for mutations can make each of them: their lines move with the code. */
class ProtocolMutationTest {
    @ParameterizedTest
    @MethodSource("mutations")
    void itsLineIsThere(ProtocolMutation mutation) throws IOException {
        assertThat(mutation.applied(Path.of("..").toAbsolutePath().normalize())).contains(mutation.after());
    }

    static Stream<ProtocolMutation> mutations() throws IOException {
        return ProtocolMutation.all().stream();
    }
}
