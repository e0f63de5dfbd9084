package justhungry.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import justhungry.coordination.NameServerAddress;
import org.junit.jupiter.api.Test;

class ClientRouteTest {
    private static final NameServerAddress OURS = NameServerAddress.parse("127.0.0.1:46773");

    @Test
    void whenNoOtherClusterIsThere_thenNothingIsSaid() {
        assertThat(ClientRoute.notice(Map.of(), OURS, address -> false)).isEmpty();
    }

    @Test
    void whenAClusterRunsByHand_thenItIsSaidThatClientsFindTheNewOne() {
        assertThat(ClientRoute.notice(Map.of(), OURS, address -> true))
                .hasValueSatisfying(line -> assertThat(line)
                        .contains("Another cluster is at 127.0.0.1:1099", "now use the new one")
                        .endsWith("--nameserver 127.0.0.1:1099"));
    }

    @Test
    void theNewClusterMayBeAtTheUsualPort() {
        assertThat(ClientRoute.notice(Map.of(), NameServerAddress.parse("127.0.0.1:1099"), address -> true))
                .isEmpty();
    }

    @Test
    void anotherNameOfThisMachineNamesNoOtherCluster() {
        assertThat(ClientRoute.notice(Map.of(NameServerAddress.VARIABLE, " localhost:46773"), OURS, address -> true))
                .isEmpty();
        assertThat(ClientRoute.notice(Map.of(), NameServerAddress.parse("localhost:1099"), address -> true))
                .isEmpty();
    }

    @Test
    void whenTheEnvironmentNamesAnotherOne_thenClientsFindThatOne() {
        var environment = Map.of(NameServerAddress.VARIABLE, "kitchen:1");

        assertThat(ClientRoute.notice(environment, OURS, address -> false))
                .hasValueSatisfying(line -> assertThat(line).contains("use kitchen:1", "unset JUST_HUNGRY_NAMESERVER"));
        assertThat(ClientRoute.notice(Map.of(NameServerAddress.VARIABLE, "kitchen"), OURS, address -> true))
                .hasValueSatisfying(line -> assertThat(line).contains("use kitchen,"));
        assertThat(ClientRoute.notice(Map.of(NameServerAddress.VARIABLE, OURS.toString()), OURS, address -> true))
                .isEmpty();
    }
}
