package justhungry.platform.process;

import java.util.Arrays;
import java.util.Optional;

/** The version of the program, which every command and role prints for {@code --version}. */
public final class ProgramVersion {
    private static final String OPTION = "--version";

    private ProgramVersion() {}

    public static boolean isRequested(String... words) {
        return Arrays.asList(words).contains(OPTION);
    }

    /** One line: the version that the build wrote into the jar, and Java's, which matters for a report of a fault. */
    public static String line() {
        var built = Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion());
        var version = built.map(" "::concat).orElse(", unknown version: not run from a jar");
        return "just-hungry%s (Java %s)%n".formatted(version, Runtime.version());
    }
}
