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
