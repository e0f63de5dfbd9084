package justhungry.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The RMI settings of the test's JVM, which can be made once. */
public final class TestRmi {
    /** So long that no test waits for it: what ends earlier was ended by something else. */
    public static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    private static final String LOOPBACK = "127.0.0.1";
    private static final String HANDSHAKE_TIMEOUT = "sun.rmi.transport.tcp.handshakeTimeout";

    private static @Nullable RmiLimits configured;

    private TestRmi() {}

    /** The product's own way to make the settings of a process. */
    @FunctionalInterface
    public interface Configuration {
        void make(String host, Duration longestCall) throws IOException;
    }

    /**
     * Makes them, the first time that it is called, for tests that call once and expect an answer: their handshakes have
     * {@link #LONGEST_CALL} too, and not the product's second, in which a busy machine may not run both sides.
     *
     * @throws IllegalStateException when an earlier test wanted others
     */
    public static synchronized void configure(Configuration configuration) {
        configure(configuration, new RmiLimits(LONGEST_CALL, LONGEST_CALL));
    }

    /**
     * Makes the product's own settings, the first time that it is called.
     *
     * @throws IllegalStateException when an earlier test wanted others
     */
    public static synchronized void configure(Configuration configuration, Duration longestCall) {
        configure(configuration, new RmiLimits(longestCall, null));
    }

    private static void configure(Configuration configuration, RmiLimits limits) {
        if (configured != null && !configured.equals(limits)) {
            throw new IllegalStateException("RMI is configured already, with " + configured);
        }
        if (configured == null) {
            try {
                configuration.make(LOOPBACK, limits.call());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (limits.handshake() != null) {
                System.setProperty(
                        HANDSHAKE_TIMEOUT, Long.toString(limits.handshake().toMillis()));
            }
            configured = limits;
        }
    }

    /** @param handshake null for the product's own */
    private record RmiLimits(Duration call, @Nullable Duration handshake) {}
}
