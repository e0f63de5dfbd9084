package justhungry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the script that starts every command, on an installation without jars. */
class LauncherScriptTest {
    private static final int TIMEOUT_SECONDS = 120;
    private static final Path SCRIPT =
            Path.of("..", "just-hungry").toAbsolutePath().normalize();

    @TempDir
    private Path home;

    @Test
    void whenTheCurrentDirectoryIsGone_thenALineSaysWhatToDo() throws IOException, InterruptedException {
        var gone = Files.createDirectory(home.resolve("gone"));

        var launcher = start("cd '%s' && rmdir '%s' && exec '%s' --version".formatted(gone, gone, installed()));

        assertThat(launcher.errorReader(UTF_8).lines())
                .last()
                .isEqualTo("just-hungry: the current directory is gone; change to another one, for example with: cd");
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    /** Java says so of itself in a file of the JDK, or else on stderr. */
    @ParameterizedTest
    @CsvSource({"true, 1.8.0_402, 8", "false, 1.8.0_402, 8", "true, 11.0.22, 11", "false, 11.0.22, 11"})
    void anOlderJavaIsRefusedByTheNumberThatPeopleKnow(boolean inFile, String version, String number)
            throws IOException, InterruptedException {
        var jdk = jdk(version);
        if (!inFile) {
            Files.delete(jdk.resolve("release"));
        }

        var launcher = start("JAVA_HOME='%s' exec '%s' --version".formatted(jdk, installed()));

        assertThat(rest(launcher.errorReader(UTF_8)))
                .isEqualTo(
                        "just-hungry: Java 17 or newer is needed; %s/bin/java is Java %s. Install JDK 17 or newer, or set JAVA_HOME to it"
                                .formatted(jdk, number));
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    /** A file in its place, because root may write into every directory. */
    @Test
    void whenTheDirectoryOfTheBuildCannotBeWritten_thenALineSaysWhoCan() throws IOException, InterruptedException {
        var target = Files.createFile(home.resolve("target"));

        var launcher = start("exec '%s' --version".formatted(installed()));

        assertThat(launcher.errorReader(UTF_8).lines())
                .last()
                .isEqualTo("just-hungry: %s cannot be written: build as the user who owns it".formatted(target));
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    @Test
    void whenAnotherLauncherBuilds_thenThisOneSaysThatItWaits_once() throws IOException, InterruptedException {
        var script = installed();
        var lock = Files.createDirectory(home.resolve("target")).resolve("building");
        long builder = ProcessHandle.current().pid();
        Files.createSymbolicLink(lock, Path.of(String.valueOf(builder)));

        var launcher = start("exec '%s' --version".formatted(script));
        try (var lines = launcher.errorReader(UTF_8)) {
            assertThat(lines.readLine())
                    .startsWith("waiting while another just-hungry (process %d) builds".formatted(builder));
            Files.delete(lock);
            assertThat(rest(lines))
                    .contains("building; this is needed only once")
                    .doesNotContain("waiting");
        } finally {
            launcher.destroyForcibly().waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void moreOptionsForJavaOverrideOurs() throws IOException, InterruptedException {
        var launcher = start("JAVA_HOME='%s' JUST_HUNGRY_JAVA_OPTS='-Xmx2g -Xss1m' exec '%s' backend server1"
                .formatted(jdk("17.0.1"), installed()));

        assertThat(launcher.inputReader(UTF_8).readLine())
                .containsSubsequence("-Xmx512m", "-Xmx2g -Xss1m", "-jar", "server1");
        assertThat(launcher.waitFor()).isZero();
    }

    /** Java decodes an argument as the locale says, and loses what is not in it. */
    @Test
    void anArgumentIsUtf8_whateverTheLocaleIs() throws IOException, InterruptedException {
        var jdk = jdk("17.0.1");
        Files.writeString(
                jdk.resolve("bin/java"), """
                #!/bin/sh
                while [ "$1" != -jar ]; do shift; done
                shift 2
                exec '%s' -cp '%s' %s "$@"
                """.formatted(ChildJvm.java(), ChildJvm.classPath(), Main.class.getName()));

        var launcher = start("LC_ALL=C JAVA_HOME='%s' exec '%s' verify \"$(printf 'Jos\\303\\251.jsonl')\""
                .formatted(jdk, installed()));

        assertThat(launcher.errorReader(UTF_8).lines()).last().asString().contains("José.jsonl does not exist");
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    @Test
    void aClosedStdinOrStderrIsOpenForJava() throws IOException, InterruptedException {
        var jdk = jdk("17.0.1");
        Files.writeString(jdk.resolve("bin/java"), "#!/bin/sh\n{ echo open; } 3<&0 4>&2\n");

        var launcher = start("JAVA_HOME='%s' exec '%s' products <&- 2>&-".formatted(jdk, installed()));

        assertThat(rest(launcher.inputReader(UTF_8))).isEqualTo("open");
        assertThat(launcher.waitFor()).isZero();
    }

    private static String rest(BufferedReader lines) {
        return String.join("\n", lines.lines().toList());
    }

    /** A JDK that has a version, and prints its arguments. */
    private Path jdk(String version) throws IOException {
        var jdk = home.resolve("jdk");
        var java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\necho 'openjdk version \"%s\"' >&2\n".formatted(version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Any\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return jdk;
    }

    /** The script in a directory of its own; what builds there does nothing. */
    private Path installed() throws IOException {
        var maven = Files.writeString(Files.createDirectory(home.resolve("bin")).resolve("mvn"), "#!/bin/sh\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
        return Files.copy(SCRIPT, home.resolve("just-hungry"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private Process start(String command) throws IOException {
        var shell = new ProcessBuilder("sh", "-c", command);
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().merge("PATH", home.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        return ChildJvm.limited(shell.start());
    }
}
