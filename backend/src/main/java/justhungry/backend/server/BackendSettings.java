package justhungry.backend.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import justhungry.api.cluster.NodeNames;
import justhungry.coordination.JoinOptions;
import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import justhungry.platform.command.ServerCommand;
import justhungry.platform.process.DataDirectory;
import justhungry.platform.rmi.RmiProcess;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/**
 * The settings of a back end from its command line.
 *
 * @param name of this back end
 * @param host the host name or address under which others reach this process
 * @param data the data directory; empty to keep everything in memory
 * @param catalogue the file with the products of a new cluster; empty for the default ones
 * @param dumps whether to print the data instead of serving it
 */
record BackendSettings(
        String name,
        NameServerAddress nameServer,
        String host,
        Optional<Path> data,
        Optional<Path> catalogue,
        boolean dumps) {
    static final ServerCommand COMMAND = new ServerCommand(
            "backend",
            "NAME",
            List.of("server1", "server2 --nameserver 192.0.2.10:1099 --host 192.0.2.12", "server1 --dump | head"),
            """
            Runs one back end: it keeps the shop's whole state (products, orders, contact details), as the primary or as
            a replica.
            Ctrl-C stops it; restarted on the same data directory, it continues where it stopped.
            """,
            List.of(
                    JoinOptions.NAMESERVER,
                    JoinOptions.HOST,
                    CliOptions.value(
                            "data",
                            "DIR",
                            "data directory (default: $XDG_DATA_HOME/just-hungry/NAME, or ~/.local/share/just-hungry/NAME)"),
                    CliOptions.flag("in-memory", "keeps nothing on disk: after a restart it is empty"),
                    CliOptions.value(
                            "catalogue",
                            "FILE",
                            "the products of a new cluster, as JSON, {\"products\":[{\"name\":\"apple\",\"price\":1.99,\"stock\":15}]},"
                                    + " or as a table (CSV) with the columns name,price,stock"),
                    CliOptions.flag("dump", "prints log and state as JSON Lines, then exits")));

    /** @throws ParseException when the name is missing, or the value of an option is not valid */
    static BackendSettings of(CommandLine line, Map<String, String> environment) throws ParseException {
        if (line.getArgList().size() != 1) {
            throw new ParseException("give the back end one name, like: backend server1");
        }
        try {
            var name = NodeNames.require(line.getArgList().get(0));
            var nameServer = JoinOptions.nameServer(line, environment);
            return new BackendSettings(
                    name,
                    nameServer,
                    host(line, nameServer),
                    data(line, name, environment),
                    Optional.ofNullable(line.getOptionValue("catalogue")).map(Path::of),
                    line.hasOption("dump"));
        } catch (IllegalArgumentException e) {
            throw new ParseException(e.getMessage());
        }
    }

    /** A back end that only prints its data is never called, so its host is not checked. */
    private static String host(CommandLine line, NameServerAddress nameServer) throws ParseException {
        return line.hasOption("dump")
                ? line.getOptionValue(JoinOptions.HOST, RmiProcess.LOOPBACK)
                : JoinOptions.host(line, nameServer);
    }

    private static Optional<Path> data(CommandLine line, String name, Map<String, String> environment)
            throws ParseException {
        var named = line.getOptionValue("data");
        if (!line.hasOption("in-memory")) {
            return Optional.of(named == null ? DataDirectory.defaultFor(name, environment) : Path.of(named));
        }
        if (named != null || line.hasOption("dump")) {
            throw new ParseException("--in-memory has no data directory: leave out --data and --dump");
        }
        return Optional.empty();
    }
}
