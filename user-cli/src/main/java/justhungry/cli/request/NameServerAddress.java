package justhungry.cli.request;

import java.util.Map;
import java.util.regex.Pattern;

/** Where the name server is. */
public record NameServerAddress(String host, int port) {
    /** The environment variable that is used when no option says where the name server is. */
    public static final String VARIABLE = "JUST_HUNGRY_NAMESERVER";

    private static final Pattern FORM = Pattern.compile("(?<host>[^:\\s]+|\\[[0-9a-fA-F:]+]):(?<port>[0-9]{1,5})");
    private static final int MOST_PORT = 65_535;

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static NameServerAddress parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group("port")) > MOST_PORT) {
            throw new IllegalArgumentException(
                    "'%s' is not the address of a name server: write HOST:PORT, like 127.0.0.1:1099".formatted(text));
        }
        return new NameServerAddress(form.group("host"), Integer.parseInt(form.group("port")));
    }

    /** What the environment says, or this machine's usual one. */
    public static NameServerAddress usual(Map<String, String> environment) {
        return parse(environment.getOrDefault(VARIABLE, "127.0.0.1:1099"));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
