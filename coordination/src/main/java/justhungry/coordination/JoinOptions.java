package justhungry.coordination;

import java.util.Map;
import justhungry.platform.command.CliOptions;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** The options of a server that joins a cluster: where its name server is, and under which host others reach it. */
public final class JoinOptions {
    public static final Option NAMESERVER = CliOptions.value(
            "nameserver",
            "HOST:PORT",
            "where the name server is (default: $%s, else 127.0.0.1:1099)".formatted(NameServerAddress.VARIABLE));
    public static final Option HOST = CliOptions.value(
            "host",
            "HOST",
            "name or address under which others reach this process; needed when the name server is on another machine"
                    + " (default: 127.0.0.1)");

    private JoinOptions() {}

    /**
     * The address of the option, else of the variable, else of this machine.
     *
     * @throws ParseException when the option, or the variable, has no valid one
     */
    public static NameServerAddress nameServer(CommandLine line, Map<String, String> environment)
            throws ParseException {
        try {
            return line.hasOption(NAMESERVER)
                    ? NameServerAddress.parse(line.getOptionValue(NAMESERVER))
                    : NameServerAddress.defaultForServers(environment);
        } catch (IllegalArgumentException e) {
            throw new ParseException(e.getMessage());
        }
    }

    /**
     * The host of the option, else that of this machine alone.
     *
     * @throws ParseException when the name server is on another machine, from which that host cannot be reached
     */
    public static String host(CommandLine line, NameServerAddress nameServer) throws ParseException {
        try {
            return AdvertisedHost.forProcess(line.getOptionValue(HOST), nameServer);
        } catch (IllegalArgumentException e) {
            throw new ParseException(e.getMessage());
        }
    }
}
