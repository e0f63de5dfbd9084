package justhungry.cli.command;

import justhungry.coordination.NameServerAddress;
import justhungry.platform.command.CliOptions;
import org.apache.commons.cli.Option;

/** The options that several commands share. */
public final class CommonOptions {
    public static final Option NAMESERVER = CliOptions.value(
            "nameserver",
            "HOST:PORT",
            "where the name server is (default: $%s, else the cluster in the background, else 127.0.0.1:1099)"
                    .formatted(NameServerAddress.VARIABLE));

    public static final Option YES = CliOptions.flag("yes", "answers every question with yes");
    public static final Option NO_INPUT = CliOptions.flag("no-input", "asks no questions; fails where one is needed");
    public static final Option JSON = CliOptions.flag("json", "prints one JSON object, on one line");

    static final Option TRACE =
            CliOptions.flag("trace", "shows the path of each request: front end, primary, entry, replicas");
    static final Option HELP =
            Option.builder("h").longOpt("help").desc("shows this help").get();
    static final Option USER_FILE = CliOptions.value(
            "user-file", "FILE", "the file with your secret id; with another file you are another person");
    static final Option PLAIN = CliOptions.flag("plain", "plain lines, no escape bytes");

    private CommonOptions() {}
}
