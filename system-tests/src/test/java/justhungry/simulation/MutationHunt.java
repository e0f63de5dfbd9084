package justhungry.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import javax.tools.ToolProvider;
import justhungry.testing.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The test that the simulation finds every mutation of {@code mutations.txt}, each applied to the product in a scratch
 * folder. It takes minutes, so it is run by hand: {@code -Dtest=MutationHunt}, {@code -Dmutation=WORDS} for those whose
 * heading contains the words.
 */
class MutationHunt {
    private static final int MAX_SEEDS = 10_000;

    @TempDir
    private Path scratch;

    @Test
    void everyMutationIsFound() throws Exception {
        var survivors = new ArrayList<String>();
        System.out.println("| mutation | seeds | first sign |\n| --- | --- | --- |");
        for (var mutation : ProtocolMutation.all()) {
            if (mutation.label().contains(System.getProperty("mutation", ""))) {
                var hunt = hunt(mutation);
                System.out.println("| %s | %s | %s |".formatted(mutation.label(), hunt.seeds, hunt.sign));
                if (!hunt.found) {
                    survivors.add(mutation.label());
                }
            }
        }
        assertThat(survivors).as("mutations that the simulation did not find").isEmpty();
    }

    private HuntResult hunt(ProtocolMutation mutation) throws Exception {
        var classes = compile(mutation);
        var output = scratch.resolve("output.txt");
        var process = new ProcessBuilder(
                        ChildJvm.java(),
                        "-XX:TieredStopAtLevel=1", // Most are found by a few seeds: compiling well takes longer.
                        "-XX:+UseSerialGC",
                        "-Xmn300m",
                        "-cp",
                        classes + ":" + classPath(),
                        "-Dseeds=" + MAX_SEEDS,
                        SeedRunner.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        var lines = Files.readAllLines(output);
        var sign = lines.stream()
                .filter(line -> line.contains("Error") || line.contains("Exception"))
                .findFirst();
        return new HuntResult(exit == 1, lines.get(lines.size() - 1), sign.orElse("none"));
    }

    /** The folder with the classes of the mutated file, which precede those of the product on the class path. */
    private Path compile(ProtocolMutation mutation) throws IOException {
        var root = Path.of("..").toAbsolutePath().normalize();
        var folder = Files.createTempDirectory(scratch, "mutant");
        var source = folder.resolve(Path.of(mutation.file()).getFileName());
        Files.writeString(source, mutation.applied(root));
        int exit = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-proc:none",
                        "-cp",
                        classPath(),
                        "-d",
                        folder.toString(),
                        source.toString());
        if (exit != 0) {
            throw new IllegalArgumentException("the mutant does not compile: " + mutation);
        }
        return folder;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private record HuntResult(boolean found, String seeds, String sign) {}
}
