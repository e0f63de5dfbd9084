package justhungry.cli.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.cluster.process.ClusterPlan;
import justhungry.cluster.process.ClusterPlan.StorageMode;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** The options of {@code demo} and {@code up} that define the cluster. */
public final class ClusterOptions {
    public static final String HELP = """
              --backends N         back ends, server1 to serverN (default: 3)
              --frontends N        front ends, frontend1 to frontendN (default: 1)
              --catalogue FILE     initial products, instead of the default ones
              --postcodes HOW      online, offline, or auto: offline when postcodes.io does not answer
                                   (default: auto)
              --postcodes-url URL  address of postcodes.io, or of your own copy of it
              --nameserver-port P  port of the name server (default: any free one)
              --in-memory          back ends keep nothing on disk
            """;

    private ClusterOptions() {}

    public static Options options() {
        return new Options()
                .addOption(OptionParser.valued("backends"))
                .addOption(OptionParser.valued("frontends"))
                .addOption(OptionParser.valued("catalogue"))
                .addOption(OptionParser.valued("postcodes"))
                .addOption(OptionParser.valued("postcodes-url"))
                .addOption(OptionParser.valued("nameserver-port"))
                .addOption(OptionParser.flag("in-memory"));
    }

    public static ClusterPlan plan(CommandLine line) throws ParseException {
        OptionParser.requireNoArguments(line);
        return new ClusterPlan(
                OptionParser.count(line, "backends", 3),
                OptionParser.count(line, "frontends", 1),
                OptionParser.port(line, "nameserver-port", 0),
                catalogue(line.getOptionValue("catalogue")),
                postcodes(line),
                line.hasOption("in-memory") ? StorageMode.IN_MEMORY : StorageMode.ON_DISK);
    }

    /** The absolute path, because the back ends run in other directories. */
    private static Optional<Path> catalogue(String file) throws ParseException {
        if (file == null) {
            return Optional.empty();
        }
        var path = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new ParseException("the catalogue %s does not exist, or cannot be read".formatted(path));
        }
        return Optional.of(path);
    }

    private static List<String> postcodes(CommandLine line) throws ParseException {
        var how = line.getOptionValue("postcodes", "auto");
        if (!List.of("online", "offline", "auto").contains(how)) {
            throw new ParseException("--postcodes is '%s'; write online, offline or auto".formatted(how));
        }
        var options = new ArrayList<>(List.of("--postcodes", how));
        if (line.hasOption("postcodes-url")) {
            options.addAll(List.of("--postcodes-url", line.getOptionValue("postcodes-url")));
        }
        return options;
    }
}
