package justhungry.cluster.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import justhungry.testing.ChildJvm;

/** The commands that start {@link FakeRoleProcess}s. */
final class FakeRoleLauncher implements RoleLauncher {
    @Override
    public List<String> command(ProcessRole role) {
        return List.of(
                ChildJvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-Xlog:gc+init", // Its lines on stdout come before the ready line, as those of a person's own options
                // may.
                "-cp",
                placeOf(FakeRoleProcess.class) + ":" + placeOf(ProcessRole.class),
                FakeRoleProcess.class.getName(),
                role.name());
    }

    static Path placeOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
