package justhungry.cli.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.api.codec.Limits;
import justhungry.cli.command.ParsedLine;
import justhungry.cli.command.UsageException;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import justhungry.platform.command.CliOptions;
import org.apache.commons.cli.Option;

/** The options of {@code demo} and {@code up} that define the cluster. */
public final class ClusterOptions {
    private static final Option BACKENDS =
            CliOptions.value("backends", "N", "back ends, server1 to serverN (default: 3)");
    private static final Option FRONTENDS =
            CliOptions.value("frontends", "N", "front ends, frontend1 to frontendN (default: 1)");
    private static final Option CATALOGUE =
            CliOptions.value("catalogue", "FILE", "initial products, instead of the default ones");
    private static final Option POSTCODES = CliOptions.value(
            "postcodes", "HOW", "online, offline, or auto: offline when postcodes.io does not answer (default: auto)");
    private static final Option POSTCODES_URL =
            CliOptions.value("postcodes-url", "URL", "address of postcodes.io, or of your own copy of it");
    private static final Option NAMESERVER_PORT =
            CliOptions.value("nameserver-port", "P", "port of the name server (default: any free one)");
    private static final Option IN_MEMORY = CliOptions.flag("in-memory", "back ends keep nothing on disk");

    private static final int MAX_PORT = 65_535;

    private ClusterOptions() {}

    /** All of them, and one more. */
    public static List<Option> with(Option own) {
        return List.of(BACKENDS, FRONTENDS, CATALOGUE, POSTCODES, POSTCODES_URL, NAMESERVER_PORT, IN_MEMORY, own);
    }

    public static ClusterPlan plan(ParsedLine line) throws UsageException {
        line.requireNoArguments();
        return new ClusterPlan(
                line.number(BACKENDS, 1, Limits.MEMBERS, 3),
                line.number(FRONTENDS, 1, Limits.MEMBERS, 1),
                line.number(NAMESERVER_PORT, 0, MAX_PORT, 0),
                catalogue(line.value(CATALOGUE)),
                postcodes(line),
                line.has(IN_MEMORY) ? StorageMode.IN_MEMORY : StorageMode.ON_DISK);
    }

    /** The absolute path, because the back ends run in other directories. */
    private static Optional<Path> catalogue(Optional<String> file) throws UsageException {
        if (file.isEmpty()) {
            return Optional.empty();
        }
        var path = Path.of(file.get()).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new UsageException("the catalogue %s does not exist, or cannot be read".formatted(path));
        }
        if (!Files.isRegularFile(path)) {
            throw new UsageException(
                    "the catalogue '%s' is not a regular file: each back end has to read it".formatted(file.get()));
        }
        return Optional.of(path);
    }

    private static List<String> postcodes(ParsedLine line) throws UsageException {
        var how = line.value(POSTCODES).orElse("auto");
        if (!List.of("online", "offline", "auto").contains(how)) {
            throw new UsageException("--postcodes is '%s'; write online, offline or auto".formatted(how));
        }
        var options = new ArrayList<>(List.of("--postcodes", how));
        line.value(POSTCODES_URL).ifPresent(url -> options.addAll(List.of("--postcodes-url", url)));
        return options;
    }
}
