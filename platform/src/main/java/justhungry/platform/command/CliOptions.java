package justhungry.platform.command;

import org.apache.commons.cli.Option;

/** The two kinds of options, and their form in a help text. */
public final class CliOptions {
    private CliOptions() {}

    /** An option without a value. */
    public static Option flag(String name, String description) {
        return Option.builder().longOpt(name).desc(description).get();
    }

    /**
     * An option with a value.
     *
     * @param form the name of the value, as the help shows it
     */
    public static Option value(String name, String form, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(form)
                .desc(description)
                .get();
    }

    /** How it is typed, as the help shows it. */
    public static String usage(Option option) {
        return "--" + option.getLongOpt() + (option.hasArg() ? " " + option.getArgName() : "");
    }
}
