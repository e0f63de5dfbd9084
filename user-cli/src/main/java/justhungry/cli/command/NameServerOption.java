package justhungry.cli.command;

import java.util.Map;
import justhungry.api.rmi.NameServerAddress;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** {@code --nameserver HOST:PORT}, as all clients have it. */
public final class NameServerOption {
    /** What its help says, after its name. */
    public static final String WORDS =
            "where the name server is; else $%s, else the cluster that is up in the background, else 127.0.0.1:1099"
                    .formatted(NameServerAddress.VARIABLE);

    private static final String NAME = "nameserver";

    private NameServerOption() {}

    public static Option option() {
        return CommonOptions.value(NAME, "HOST:PORT", WORDS);
    }

    /**
     * The address that the option names; without it, the usual one.
     *
     * @throws ParseException when what was found is no address; its message says what to write
     */
    public static NameServerAddress address(CommandLine line, Map<String, String> environment) throws ParseException {
        try {
            return line.hasOption(NAME)
                    ? NameServerAddress.parse(line.getOptionValue(NAME))
                    : NameServerAddress.usual(environment);
        } catch (IllegalArgumentException e) {
            throw new ParseException(String.valueOf(e.getMessage()));
        }
    }
}
