package justhungry.api.rmi;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;

/** The RMI settings of the test's JVM, which can be made once. */
final class RmiOfTests {
    /** So long that no test waits for it: what ends earlier was ended by something else. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(5);

    static {
        try {
            RmiProcess.configure(RmiProcess.LOOPBACK, LONGEST_CALL);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RmiOfTests() {}

    /** Makes them, the first time that it is called. */
    static void configure() {}
}
