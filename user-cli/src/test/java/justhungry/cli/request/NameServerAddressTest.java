package justhungry.cli.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameServerAddressTest {
    @Test
    void theEnvironmentComesBeforeTheUsualOne() {
        assertThat(NameServerAddress.usual(Map.of())).hasToString("127.0.0.1:1099");
        assertThat(NameServerAddress.usual(Map.of(NameServerAddress.VARIABLE, "kitchen:7")))
                .isEqualTo(new NameServerAddress("kitchen", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kitchen", "kitchen:", ":1099", "kitchen:65536", "kitchen:-1", "a b:1", "a:b:1"})
    void whatIsNoAddressIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> NameServerAddress.parse(text)).hasMessageContaining("127.0.0.1:1099");
    }
}
