package justhungry.frontend.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import justhungry.api.cluster.NodeNames;
import justhungry.coordination.JoinOptions;
import justhungry.coordination.NameServerAddress;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.platform.command.CliOptions;
import justhungry.platform.command.ServerCommand;
import okhttp3.HttpUrl;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.ParseException;

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
    static final ServerCommand COMMAND = new ServerCommand(
            "frontend",
            "[NAME]",
            List.of("", "frontend2 --nameserver 192.0.2.10:1099 --host 192.0.2.11", "--postcodes offline"),
            """
            Runs a front end: it takes orders from clients and forwards them to the primary back end.
            Several can run at once, each with its own NAME (default: frontend1). Ctrl-C stops it.
            """,
            List.of(
                    JoinOptions.NAMESERVER,
                    JoinOptions.HOST,
                    CliOptions.value(
                            "postcodes",
                            "HOW",
                            "online: asks the postcode service (default); offline: checks only the format; auto: online while"
                                    + " the service can be reached, else offline"),
                    CliOptions.value(
                            "postcodes-url", "URL", "the postcode service (default: https://api.postcodes.io)"),
                    CliOptions.flag(
                            "exit-when-short",
                            "exits when fewer than two back ends are usable, instead of refusing requests until two are"
                                    + " usable again")));

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

    /** @throws ParseException when an option has an invalid value, or there are too many arguments */
    static FrontendSettings of(CommandLine line, Map<String, String> environment) throws ParseException {
        if (line.getArgList().size() > 1) {
            throw new ParseException(
                    "unexpected argument '%s'".formatted(line.getArgList().get(1)));
        }
        var nameServer = JoinOptions.nameServer(line, environment);
        return new FrontendSettings(
                name(
                        line.getArgList().isEmpty()
                                ? "frontend1"
                                : line.getArgList().get(0)),
                JoinOptions.host(line, nameServer),
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
