package justhungry.frontend.server;

import java.util.Locale;
import java.util.Map;
import justhungry.api.cluster.NodeNames;
import justhungry.coordination.AdvertisedHost;
import justhungry.coordination.NameServerAddress;
import justhungry.frontend.postcodes.PostcodeChecker;
import okhttp3.HttpUrl;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * The settings from the command line.
 *
 * @param host the host under which clients reach this process
 */
record FrontendSettings(
        String name,
        String host,
        NameServerAddress nameServer,
        PostcodeCheck postcodes,
        HttpUrl postcodeService,
        WhenShort whenShort) {
    static final String HELP = """
        Examples:
          just-hungry frontend
          just-hungry frontend frontend2 --nameserver 192.0.2.10:1099 --host 192.0.2.11
          just-hungry frontend --postcodes offline

        Runs a front end: it takes orders from clients and forwards them to the primary back end.
        Several can run at once, each with its own NAME (default: frontend1). Ctrl-C stops it.

        Options:
          --nameserver HOST:PORT  where the name server is (default: $JUST_HUNGRY_NAMESERVER, else 127.0.0.1:1099)
          --host HOST             name or address under which clients reach this process; needed when the name
                                  server is on another machine (default: 127.0.0.1)
          --postcodes HOW         online: asks the postcode service (default);
                                  offline: checks only the format;
                                  auto: online while the service can be reached, else offline
          --postcodes-url URL     the postcode service (default: https://api.postcodes.io)
          --exit-when-short       exits when fewer than two back ends are usable, instead of refusing requests
                                  until they are back
          --help, --version       shows this text, or the version
        """;

    /** A way of checking postcodes. */
    enum PostcodeCheck {
        ONLINE,
        OFFLINE,
        AUTO
    }

    /** The reaction to fewer than two usable back ends. */
    enum WhenShort {
        WAIT,
        EXIT
    }

    static boolean asksForHelp(CommandLine line) {
        return line.hasOption("help");
    }

    /** @throws ParseException when an option is unknown or has no value, or there are too many arguments */
    static CommandLine parse(String... args) throws ParseException {
        var options = new Options()
                .addOption(null, "nameserver", true, "the name server")
                .addOption(null, "host", true, "host to advertise")
                .addOption(null, "postcodes", true, "how postcodes are checked")
                .addOption(null, "postcodes-url", true, "the postcode service")
                .addOption(null, "exit-when-short", false, "ends when too few back ends are usable")
                .addOption(null, "help", false, "shows the help");
        var line = new DefaultParser(false).parse(options, args);
        if (line.getArgList().size() > 1) {
            throw new ParseException(
                    "unexpected argument '%s'".formatted(line.getArgList().get(1)));
        }
        return line;
    }

    /** @throws ParseException when an option has an invalid value */
    static FrontendSettings of(CommandLine line, Map<String, String> environment) throws ParseException {
        var nameServer = nameServer(line.getOptionValue("nameserver"), environment);
        return new FrontendSettings(
                name(
                        line.getArgList().isEmpty()
                                ? "frontend1"
                                : line.getArgList().get(0)),
                host(line.getOptionValue("host"), nameServer),
                nameServer,
                postcodeCheck(line.getOptionValue("postcodes", "online")),
                url(line.getOptionValue("postcodes-url", PostcodeChecker.PUBLIC_SERVICE.toString())),
                line.hasOption("exit-when-short") ? WhenShort.EXIT : WhenShort.WAIT);
    }

    private static String name(String text) throws ParseException {
        try {
            return NodeNames.require(text);
        } catch (IllegalArgumentException e) {
            throw new ParseException("'%s' is %s".formatted(text, e.getMessage()));
        }
    }

    private static String host(@Nullable String named, NameServerAddress nameServer) throws ParseException {
        try {
            return AdvertisedHost.forProcess(named, nameServer);
        } catch (IllegalArgumentException e) {
            throw new ParseException(e.getMessage());
        }
    }

    private static NameServerAddress nameServer(@Nullable String named, Map<String, String> environment)
            throws ParseException {
        try {
            return named == null ? NameServerAddress.defaultForServers(environment) : NameServerAddress.parse(named);
        } catch (IllegalArgumentException e) {
            throw new ParseException(e.getMessage());
        }
    }

    private static PostcodeCheck postcodeCheck(String text) throws ParseException {
        for (var check : PostcodeCheck.values()) {
            if (check.name().toLowerCase(Locale.ROOT).equals(text)) {
                return check;
            }
        }
        throw new ParseException("unknown postcode check '%s': write online, offline or auto".formatted(text));
    }

    private static HttpUrl url(String text) throws ParseException {
        var url = HttpUrl.parse(text);
        if (url == null) {
            throw new ParseException(
                    "not the address of a service: '%s'; write it like http://127.0.0.1:8000".formatted(text));
        }
        return url;
    }
}
