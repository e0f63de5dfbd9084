package justhungry.coordination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.registry.Registry;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import justhungry.platform.process.XdgDirectories;
import justhungry.platform.rmi.RmiProcess;

/** The address at which the name server's RMI registry listens. */
public record NameServerAddress(String host, int port) {
    /** The environment variable that is used when no option names the name server. */
    public static final String VARIABLE = "JUST_HUNGRY_NAMESERVER";

    private static final String DEFAULT = RmiProcess.LOOPBACK + ":" + Registry.REGISTRY_PORT;
    private static final Pattern FORM = Pattern.compile("(?<host>[^:\\s]+|\\[[0-9a-fA-F:]+]):(?<port>[0-9]{1,5})");
    private static final int MAX_PORT = 65_535;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static NameServerAddress parse(String text) {
        return parse(text, "", "write HOST:PORT, like " + DEFAULT);
    }

    /**
     * Reads {@code HOST:PORT}.
     *
     * @param place where the text stands, for the error
     * @param remedy what to do, for the error
     */
    private static NameServerAddress parse(String text, String place, String remedy) {
        var form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group("port")) > MAX_PORT) {
            throw new IllegalArgumentException(
                    "'%s'%s is not the address of a name server: %s".formatted(text.strip(), place, remedy));
        }
        return new NameServerAddress(form.group("host"), Integer.parseInt(form.group("port")));
    }

    /**
     * A client's default when no option names the name server: the environment's; else that of the cluster that is up in the
     * background on this machine; else this machine's default port.
     *
     * @throws IllegalArgumentException when what was found is not an address; it says where it was found
     */
    public static NameServerAddress defaultForClients(Map<String, String> environment) {
        return named(environment).or(() -> ofBackgroundCluster(environment)).orElseGet(() -> parse(DEFAULT));
    }

    /**
     * A server's default, as {@link #defaultForClients}: one that is started by hand does not join the cluster in the background.
     *
     * @throws IllegalArgumentException when what was found is not an address; it says where it was found
     */
    public static NameServerAddress defaultForServers(Map<String, String> environment) {
        return named(environment).orElseGet(() -> parse(DEFAULT));
    }

    /** The environment's; an empty variable is as good as none. */
    private static Optional<NameServerAddress> named(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> parse(
                        text,
                        " in $" + VARIABLE,
                        "write HOST:PORT, like %s, or unset the variable".formatted(DEFAULT)));
    }

    /** The file that names the name server of the cluster in the background, while there is one. */
    public static Path fileOfBackgroundCluster(Map<String, String> environment) {
        return XdgDirectories.state(environment).resolve("nameserver");
    }

    /**
     * That of the cluster that is up in the background on this machine; empty when the environment names another one.
     *
     * @throws IllegalArgumentException when the file that names it has no address
     */
    public static Optional<NameServerAddress> ofBackgroundCluster(Map<String, String> environment) {
        if (named(environment).isPresent()) {
            return Optional.empty();
        }
        var file = fileOfBackgroundCluster(environment);
        try {
            return Optional.of(parse(
                    Files.readString(file).replace(BYTE_ORDER_MARK, ""),
                    " in " + file,
                    "delete that file, or name the address with --nameserver HOST:PORT"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether both count as one address: {@code localhost} is 127.0.0.1. No other host is looked up, and a server at another
     * loopback address is another one.
     */
    public boolean isSameAs(NameServerAddress other) {
        return port == other.port && numericHost().equals(other.numericHost());
    }

    private String numericHost() {
        return host.equalsIgnoreCase("localhost") ? RmiProcess.LOOPBACK : host;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
