package justhungry.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import justhungry.cluster.process.InstalledJars;
import justhungry.cluster.process.ProcessRole;
import justhungry.cluster.process.RoleLauncher;

/**
 * A launcher of back ends of this format and of the next. The next one is made from the sources of this one: it has a
 * greater version, one more field in an acknowledgement, and one more kind of change, which it decides with every
 * cancellation. The classes that differ precede those of the jar on the class path.
 */
final class NextFormat implements RoleLauncher {
    static final int VERSION = 2;

    private static final String STATE = "backend/src/main/java/justhungry/backend/ordering/state/";
    private static final String NEW_CHANGE = """
            package justhungry.backend.ordering.state;

            import justhungry.api.codec.Tag;
            import justhungry.api.shop.OrderId;

            @Tag(15)
            public record CancellationNotedChange(@Tag(1) OrderId id) implements Change {
                @Override
                public void applyTo(ShopState state) {
                    state.knownOrder(id);
                }

                @Override
                public DumpRow toDumpRow() {
                    return new DumpRow.OrderChange("cancellation noted", id.number());
                }
            }
            """;

    /** What differs: in a file, before and after. */
    private static final Map<String, List<String>> DIFFERENCES = Map.of(
            "api/src/main/java/justhungry/api/codec/WireFormat.java",
            List.of("int VERSION = 1;", "int VERSION = " + VERSION + ";"),
            "api/src/main/java/justhungry/api/replication/AppendResponse.java",
            List.of(
                    "record Acknowledged(@Tag(1) long matchIndex, @Tag(2) long appliedIndex) implements AppendResponse {",
                    """
                    record Acknowledged(@Tag(1) long matchIndex, @Tag(2) long appliedIndex, @Tag(3) long freeBytes)
                            implements AppendResponse {
                        public Acknowledged(long matchIndex, long appliedIndex) {
                            this(matchIndex, appliedIndex, 1L << 40);
                        }
                    """),
            STATE + "Change.java",
            List.of("ReplyRecordedChange {", "ReplyRecordedChange, CancellationNotedChange {"),
            "backend/src/main/java/justhungry/backend/ordering/BatchDecider.java",
            List.of("decision.changes().forEach(this::apply);", """
                    decision.changes().forEach(this::apply);
                    if (envelope.request() instanceof justhungry.api.shop.Request.CancelOrder cancel) {
                        apply(new justhungry.backend.ordering.state.CancellationNotedChange(cancel.order()));
                    }
                    """));

    private final Path classes;
    private final Path names;

    /** Compiles the next format, in a folder of the test's. */
    NextFormat(Path folder) throws IOException {
        classes = Files.createDirectories(folder.resolve("next-classes"));
        names = folder.resolve("next-names");
        compile(Files.createDirectories(folder.resolve("next-sources")));
        runs(Set.of());
    }

    /** From now on, those of these names start in the next format, all others in this one. */
    void runs(Set<String> next) throws IOException {
        Files.writeString(names, String.join("\n", next) + "\n");
    }

    /** For a back end, a shell that chooses by the name, which is the first of the role's own arguments. */
    @Override
    public List<String> command(ProcessRole role) {
        var command = InstalledJars.find().command(role);
        if (role != ProcessRole.BACKEND) {
            return command;
        }
        int jar = command.indexOf("-jar");
        var java = String.join(" ", command.subList(0, jar));
        var path = command.get(jar + 1);
        return List.of(
                "sh",
                "-c",
                "if grep -qx \"$1\" %s; then exec %s -cp %s:%s justhungry.backend.server.Main \"$@\"; else exec %s -jar %s \"$@\"; fi"
                        .formatted(names, java, classes, path, java, path),
                "sh");
    }

    private void compile(Path sources) throws IOException {
        var home = Path.of("..").toAbsolutePath().normalize();
        var options = new ArrayList<>(List.of("-nowarn", "-proc:none", "-cp", classPath(), "-d", classes.toString()));
        for (var module : List.of("api", "backend")) {
            var root = home.resolve(module).resolve("src/main/java");
            try (var files = Files.walk(root)) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    var name = home.relativize(file).toString();
                    if (DIFFERENCES.containsKey(name) || hasVersionWithin(file)) {
                        options.add(written(sources, file, changed(name, Files.readString(file))));
                    }
                }
            }
        }
        options.add(written(sources, Path.of("CancellationNotedChange.java"), NEW_CHANGE));
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException("the next format does not compile");
        }
    }

    /** The compiler copies the constant into every class that uses it. */
    private static boolean hasVersionWithin(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).contains("WireFormat.VERSION");
    }

    private static String changed(String name, String source) {
        var difference = DIFFERENCES.getOrDefault(name, List.of("", ""));
        if (!source.contains(difference.get(0))) {
            throw new IllegalStateException("%s has no more: %s".formatted(name, difference.get(0)));
        }
        return difference.get(0).isEmpty() ? source : source.replace(difference.get(0), difference.get(1));
    }

    private static String written(Path folder, Path file, String source) throws IOException {
        return Files.writeString(folder.resolve(file.getFileName()), source).toString();
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
