package justhungry.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.ProcessRole;
import justhungry.testing.ChildJvm;
import justhungry.testing.ReservedPort;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
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

    /** Java writes others in an Arabic locale. Neither a person nor a script, nor the next start, could read them. */
    @ParameterizedTest
    @EnumSource
    @Timeout(300)
    void everyRoleWritesItsNumbersInAsciiDigits_whateverTheLocale(ProcessRole role, @TempDir Path directory)
            throws IOException {
        try (var used = new ServerSocket(0);
                var unused = new ReservedPort()) {
            var command = new ArrayList<>(InstalledJars.find().command(role));
            command.addAll(
                    command.indexOf("-jar"),
                    List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.extensions=u-nu-arab"));
            if (role == ProcessRole.NAMESERVER) {
                command.addAll(
                        List.of("--port", Integer.toString(used.getLocalPort()), "--data", directory.toString()));
            } else {
                command.addAll(List.of("server1", "--nameserver", "127.0.0.1:" + unused.number()));
            }
            if (role == ProcessRole.BACKEND) {
                command.add("--in-memory");
            }

            var process = ChildJvm.limited(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            try {
                var expected = role == ProcessRole.NAMESERVER
                        ? "cannot listen on port %d ".formatted(used.getLocalPort())
                        : "(attempt 1 of 5)";
                assertThat(process.inputReader(UTF_8).lines().anyMatch(line -> line.contains(expected)))
                        .as(expected)
                        .isTrue();
            } finally {
                process.destroyForcibly();
            }
        }
    }
}
