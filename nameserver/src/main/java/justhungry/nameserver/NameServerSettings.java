package justhungry.nameserver;

import java.nio.file.Path;
import java.rmi.registry.Registry;
import java.util.List;
import java.util.Map;
import justhungry.platform.command.CliOptions;
import justhungry.platform.command.ServerCommand;
import justhungry.platform.process.DataDirectory;
import justhungry.platform.rmi.RmiProcess;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

/**
 * The settings from the command line.
 *
 * @param host under which others reach this process
 * @param port of the registry; 0 for any free one
 * @param data the data directory
 */
record NameServerSettings(String host, int port, Path data) {
    static final ServerCommand COMMAND = new ServerCommand(
            "nameserver",
            "",
            List.of("", "--port 0 --data /var/lib/just-hungry/nameserver", "--host 192.0.2.10"),
            """
            Runs the name server: the RMI registry, the directory of running processes, and the view register.
            Ctrl-C stops it; restarted on the same data directory, it continues where it stopped.
            """,
            List.of(
                    CliOptions.value("port", "PORT", "port of the RMI registry; 0: any free port (default: 1099)"),
                    CliOptions.value(
                            "host",
                            "HOST",
                            "name or address under which the other processes reach this one (default: 127.0.0.1)"),
                    CliOptions.value(
                            "data",
                            "DIR",
                            "data directory (default: $XDG_DATA_HOME/just-hungry/nameserver, or"
                                    + " ~/.local/share/just-hungry/nameserver)")));

    /** @throws ParseException when an option has an invalid value, or there are other arguments */
    static NameServerSettings of(CommandLine line, Map<String, String> environment) throws ParseException {
        if (!line.getArgList().isEmpty()) {
            throw new ParseException(
                    "unexpected argument '%s'".formatted(line.getArgList().get(0)));
        }
        var data = line.getOptionValue("data");
        return new NameServerSettings(
                line.getOptionValue("host", RmiProcess.LOOPBACK),
                port(line.getOptionValue("port", String.valueOf(Registry.REGISTRY_PORT))),
                data == null ? DataDirectory.defaultFor("nameserver", environment) : Path.of(data));
    }

    private static int port(String text) throws ParseException {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new ParseException("not a port: '%s'; write a number from 0 to 65535".formatted(text));
        }
        return Integer.parseInt(text);
    }
}
