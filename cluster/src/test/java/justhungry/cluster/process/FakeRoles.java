package justhungry.cluster.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import justhungry.testing.ChildJvm;

/** The commands that start {@link FakeRole}s. */
final class FakeRoles implements RoleCommands {
    @Override
    public List<String> command(Role role) {
        return List.of(
                ChildJvm.java(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                placeOf(FakeRole.class) + ":" + placeOf(Role.class),
                FakeRole.class.getName(),
                role.name());
    }

    static Path placeOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
