package justhungry.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.time.Duration;
import justhungry.platform.rmi.RmiProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule that no stub names an address at which its process cannot be reached. Trap E6. Nothing is called here. */
class AdvertisedHostTest {
    private static final NameServerAddress ELSEWHERE = NameServerAddress.parse("192.0.2.10:1099");

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.1.1", "localhost", "[::1]"})
    void whenTheNameServerIsElsewhere_thenAHostThatIsThisMachineAloneIsRefused(String host) {
        assertThatThrownBy(() -> AdvertisedHost.forProcess(host, ELSEWHERE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("192.0.2.10:1099", "at " + host, "add --host HOST");
    }

    @Test
    void whenTheNameServerIsElsewhereAndNoHostIsGiven_thenThatIsRefused() {
        assertThatThrownBy(() -> AdvertisedHost.forProcess(null, ELSEWHERE)).hasMessageContaining("add --host HOST");
    }

    @Test
    void whenTheNameServerIsElsewhere_thenAHostThatOthersReachIsTaken() {
        assertThat(AdvertisedHost.forProcess("192.0.2.12", ELSEWHERE)).isEqualTo("192.0.2.12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1099", "127.0.0.2:1099", "localhost:1099", "[::1]:1099"})
    void whenTheNameServerIsOnThisMachine_thenNoHostIsNeeded(String nameServer) {
        assertThat(AdvertisedHost.forProcess(null, NameServerAddress.parse(nameServer)))
                .isEqualTo(RmiProcess.LOOPBACK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "255.255.255.255", "224.0.0.1", "2001:db8::9"})
    void anAddressOfAnotherMachineOrOfNone_isRefused(String host) {
        assertThatThrownBy(() -> RmiProcess.configure(host, Duration.ofSeconds(1)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage(host + " is not an address of this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aHostThatIsEmpty_isRefused_forTheJdkWouldTakeItForLoopback(String host) {
        assertThatThrownBy(() -> RmiProcess.configure(host, Duration.ofSeconds(1)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessage("it is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void theAddressThatStandsForAllOfAMachinesOwn_isNoneAtWhichOthersReachIt(String host) {
        assertThatThrownBy(() -> RmiProcess.configure(host, Duration.ofSeconds(1)))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining(host);
    }
}
