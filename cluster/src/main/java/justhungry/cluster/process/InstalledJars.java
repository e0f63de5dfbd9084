package justhungry.cluster.process;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import justhungry.platform.process.FailureReason;

/**
 * The jars of the roles as Maven built them: {@code HOME/backend/target/backend-VERSION.jar}.
 *
 * @param home the project's directory
 * @param javaOptions more options for Java, which override ours, as {@code -Xmx2g}
 */
public record InstalledJars(Path home, List<String> javaOptions) implements RoleLauncher {
    /** The environment variable with the options for Java, which the launcher script obeys too. */
    private static final String JAVA_OPTIONS = "JUST_HUNGRY_JAVA_OPTS";

    public InstalledJars {
        javaOptions = List.copyOf(javaOptions);
    }

    /**
     * The jars in the project's directory that the launcher script passes, or else the one in which this class was built,
     * with the options of the environment.
     */
    public static InstalledJars find() {
        var configured = System.getProperty("justhungry.home");
        var options = System.getenv().getOrDefault(JAVA_OPTIONS, "").strip();
        return new InstalledJars(
                configured == null ? homeOfThisClass() : Path.of(configured),
                options.isEmpty() ? List.of() : List.of(options.split("\\s+")));
    }

    /**
     * A process that has run out of memory ends, because threads of RMI would swallow the error and go on, and none of what
     * it does later could be trusted. The line about it goes to stderr, which is its log.
     */
    @Override
    public List<String> command(ProcessRole role) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                role.heapLimit(),
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr"));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar(role.module()).toString()));
        return command;
    }

    private Path jar(String module) {
        var target = home.resolve(module).resolve("target");
        try (var jars = Files.newDirectoryStream(target, module + "-[0-9]*.jar")) {
            for (var jar : jars) {
                return jar;
            }
        } catch (IOException e) {
            throw new ClusterException(
                    "%s cannot be read (%s); build first: mvn package".formatted(target, FailureReason.of(e)));
        }
        throw new IllegalStateException(
                "there is no jar of %s in %s; build first: mvn package".formatted(module, target));
    }

    /** The class is somewhere below: in the {@code target} of this module or, as a library, of the command line's. */
    private static Path homeOfThisClass() {
        var place = Path.of(URI.create(InstalledJars.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return homeAbove(place);
    }

    /** The nearest directory above that has the launcher script. */
    static Path homeAbove(Path place) {
        for (var directory = place.getParent(); directory != null; directory = directory.getParent()) {
            if (Files.isRegularFile(directory.resolve("just-hungry"))) {
                return directory;
            }
        }
        throw new IllegalStateException(
                "%s is not below the project's directory: start with ./just-hungry".formatted(place));
    }
}
