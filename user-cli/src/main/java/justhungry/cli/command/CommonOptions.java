package justhungry.cli.command;

import java.util.List;
import org.apache.commons.cli.Option;

/** The options of every command. */
public final class CommonOptions {
    static final Option HELP =
            Option.builder("h").longOpt("help").desc("shows this help").get();
    static final Option USER_FILE =
            value("user-file", "FILE", "the file with your secret id; with another file you are another person");
    static final Option YES = flag("yes", "answers every question with yes");
    static final Option NO_INPUT = flag("no-input", "asks no questions; fails where one is needed");
    static final Option PLAIN = flag("plain", "plain lines, no escape bytes");

    public static final Option JSON = flag("json", "prints one JSON object, on one line");

    public static final List<Option> ALL = List.of(NameServerOption.option(), USER_FILE, YES, NO_INPUT, PLAIN, HELP);

    private CommonOptions() {}

    static Option flag(String name, String description) {
        return Option.builder().longOpt(name).desc(description).get();
    }

    static Option value(String name, String form, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(form)
                .desc(description)
                .get();
    }
}
