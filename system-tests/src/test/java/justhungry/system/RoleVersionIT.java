package justhungry.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.ProcessRole;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleVersionIT {
    /** Before anything else: nothing is missing that the role would need to start. */
    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void everyRolePrintsItsVersion_andEnds(ProcessRole role) throws IOException, InterruptedException {
        var command = new ArrayList<>(InstalledJars.find().command(role));
        command.add("--version");

        var process = ChildJvm.limited(
                new ProcessBuilder(command).redirectErrorStream(true).start());

        assertThat(process.inputReader(UTF_8).lines().filter(line -> !line.contains("JAVA_TOOL_OPTIONS")))
                .singleElement()
                .asString()
                .matches("just-hungry \\d+\\.\\d+\\.\\S+ \\(Java .+\\)");
        assertThat(process.waitFor()).isZero();
    }
}
