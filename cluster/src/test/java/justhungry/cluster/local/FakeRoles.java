package justhungry.cluster.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Starts {@link FakeRole}s. */
final class FakeRoles implements RoleCommands {
    @Override
    public List<String> command(Role role) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return List.of(
                java,
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
