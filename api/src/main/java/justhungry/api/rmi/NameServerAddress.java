package justhungry.api.rmi;

import java.util.Map;

/** Where the name server's RMI registry listens. */
public record NameServerAddress(String host, int port) {
    /** The environment variable that names the address where no option does. */
    public static final String VARIABLE = "JUST_HUNGRY_NAMESERVER";

    public static final NameServerAddress DEFAULT = new NameServerAddress(RmiProcess.LOOPBACK, 1099);

    /** What the environment says, or the default. */
    public static NameServerAddress from(Map<String, String> environment) {
        var named = environment.get(VARIABLE);
        return named == null || named.isBlank() ? DEFAULT : parse(named);
    }

    /**
     * Reads {@code HOST:PORT}, or {@code HOST} alone for the default port.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static NameServerAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            var host = colon < 0 ? text : text.substring(0, colon);
            int port = colon < 0 ? DEFAULT.port : Integer.parseInt(text.substring(colon + 1));
            if (!host.isBlank() && port > 0 && port < 65_536) {
                return new NameServerAddress(host, port);
            }
        } catch (NumberFormatException e) {
            // The same as any other text that is no address.
        }
        throw new IllegalArgumentException(
                "not a name server's address: %s; write it like 127.0.0.1:1099".formatted(text));
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
