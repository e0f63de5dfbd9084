package justhungry.coordination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.registry.Registry;
import java.util.Map;
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

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static NameServerAddress parse(String text) {
        var form = FORM.matcher(text.strip());
        if (!form.matches() || Integer.parseInt(form.group("port")) > MAX_PORT) {
            throw new IllegalArgumentException(
                    "'%s' is not the address of a name server: write HOST:PORT, like %s".formatted(text, DEFAULT));
        }
        return new NameServerAddress(form.group("host"), Integer.parseInt(form.group("port")));
    }

    /**
     * A client's default when no option names the name server: the environment's; else that of the cluster that is up in the
     * background on this machine; else this machine's default port.
     *
     * @throws IllegalArgumentException when what was found is not an address
     */
    public static NameServerAddress defaultForClients(Map<String, String> environment) {
        var named = environment.get(VARIABLE);
        return parse(named != null ? named : readOr(DEFAULT, fileOfBackgroundCluster(environment)));
    }

    /**
     * A server's default, as {@link #defaultForClients}: one that is started by hand does not join the cluster in the background.
     *
     * @throws IllegalArgumentException when what was found is not an address
     */
    public static NameServerAddress defaultForServers(Map<String, String> environment) {
        return parse(environment.getOrDefault(VARIABLE, DEFAULT));
    }

    /** The file that names the name server of the cluster in the background, while there is one. */
    public static Path fileOfBackgroundCluster(Map<String, String> environment) {
        return XdgDirectories.state(environment).resolve("nameserver");
    }

    private static String readOr(String otherwise, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return otherwise;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
