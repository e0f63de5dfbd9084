package justhungry.cli.command;

import java.util.Map;
import justhungry.coordination.NameServerAddress;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.ParseException;

/** The option {@code --nameserver HOST:PORT} of all clients. */
public final class NameServerOption {
    /** Its description in the help. */
    public static final String DESCRIPTION =
            "where the name server is (default: $%s, else the cluster in the background, else 127.0.0.1:1099)"
                    .formatted(NameServerAddress.VARIABLE);

    private static final String NAME = "nameserver";

    private NameServerOption() {}

    public static Option option() {
        return CommonOptions.value(NAME, "HOST:PORT", DESCRIPTION);
    }

    /**
     * The address that the option gives; without it, the default.
     *
     * @throws ParseException when the value is not an address; its message says what to write
     */
    public static NameServerAddress address(CommandLine line, Map<String, String> environment) throws ParseException {
        try {
            return line.hasOption(NAME)
                    ? NameServerAddress.parse(line.getOptionValue(NAME))
                    : NameServerAddress.defaultForClients(environment);
        } catch (IllegalArgumentException e) {
            throw new ParseException(String.valueOf(e.getMessage()));
        }
    }
}
