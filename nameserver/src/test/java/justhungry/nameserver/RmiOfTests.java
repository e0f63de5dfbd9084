package justhungry.nameserver;

import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import justhungry.api.rmi.RmiProcess;

/** The RMI settings of the test's JVM, which can be made once. */
final class RmiOfTests {
    static {
        try {
            RmiProcess.configure(RmiProcess.LOOPBACK, Duration.ofSeconds(60));
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RmiOfTests() {}

    /** Makes them, the first time that it is called. */
    static void configure() {}
}
