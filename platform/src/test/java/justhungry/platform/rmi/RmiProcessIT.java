package justhungry.platform.rmi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.rmi.UnmarshalException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import justhungry.testing.ChildJvm;
import justhungry.testing.TestRmi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of RMI's waits; by default most of them have none. Trap E1. */
class RmiProcessIT {
    /** Below the two minutes of the kernel. */
    private static final long DEADLINE_SECONDS = 90;

    @BeforeAll
    static void configureRmi() {
        TestRmi.configure(RmiProcess::configure, TestRmi.LONGEST_CALL);
    }

    @ParameterizedTest
    @CsvSource({
        "sun.rmi.transport.tcp.responseTimeout, 300000",
        "sun.rmi.transport.tcp.handshakeTimeout, 1000",
        "sun.rmi.transport.tcp.readTimeout, 30000",
        "sun.rmi.transport.connectionTimeout, 5000",
        "java.rmi.server.hostname, 127.0.0.1",
        "java.rmi.server.useCodebaseOnly, true"
    })
    void everySettingThatRmiReadsIsMade(String property, String value) {
        assertThat(System.getProperty(property)).isEqualTo(value);
    }

    @Test
    void whenAPeerTakesACallAndNeverAnswers_thenTheCallEndsByItsLongestTime() throws Exception {
        var caller = ChildJvm.start(CallWithoutAnswer.class);
        try {
            assertThat(caller.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("the call ends")
                    .isTrue();
            assertThat(caller.inputReader(UTF_8).readLine())
                    .isEqualTo(UnmarshalException.class.getName() + " by " + SocketTimeoutException.class.getName());
        } finally {
            caller.destroyForcibly();
        }
    }

    @Test
    void whenNobodyAnswersAConnect_thenItEndsByItsOwnTimeOut_notByTheKernelsTwoMinutes() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var queue = new FullBacklog(listener)) {
            queue.fill();

            var failure = CompletableFuture.supplyAsync(() -> catchThrowable(
                    () -> new Lane("deaf", "requests").createSocket("127.0.0.1", listener.getLocalPort())));

            assertThat(failure.get(DEADLINE_SECONDS, TimeUnit.SECONDS)).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
