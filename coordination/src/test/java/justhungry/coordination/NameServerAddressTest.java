package justhungry.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameServerAddressTest {
    @TempDir
    private Path home;

    @Test
    void whereNothingIsSaid_itIsThisMachinesStandardPort() {
        assertThat(NameServerAddress.defaultForClients(Map.of("HOME", home.toString())))
                .hasToString("127.0.0.1:1099");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:1099, localhost:1099", "LocalHost:1099, 127.0.0.1:1099", "kitchen:1099, kitchen:1099"})
    void localhostIsTheLoopbackAddress(String one, String other) {
        assertThat(NameServerAddress.parse(one).isSameAs(NameServerAddress.parse(other)))
                .isTrue();
        assertThat(NameServerAddress.parse(other).isSameAs(NameServerAddress.parse(one)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:1099, localhost:1098",
        "kitchen:1099, kitchen:1098",
        "kitchen:1099, localhost:1099",
        "kitchen:1099, kitchen.example:1099",
        "localhost:1099, localhost.example:1099",
        "127.0.0.1:1099, 127.0.0.2:1099",
        "127.0.0.1:1099, [::1]:1099"
    })
    void otherHostsAreOthers_theyMayBeOtherServers(String one, String other) {
        assertThat(NameServerAddress.parse(one).isSameAs(NameServerAddress.parse(other)))
                .isFalse();
    }

    @Test
    void theClusterInTheBackgroundIsFound_butTheEnvironmentComesFirst() throws IOException {
        var file = NameServerAddress.fileOfBackgroundCluster(Map.of("HOME", home.toString()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, "\uFEFF127.0.0.1:4711\n"); // as an editor may leave it

        assertThat(NameServerAddress.defaultForClients(Map.of("HOME", home.toString())))
                .hasToString("127.0.0.1:4711");
        assertThat(NameServerAddress.defaultForClients(
                        Map.of("HOME", home.toString(), NameServerAddress.VARIABLE, "kitchen:7")))
                .isEqualTo(new NameServerAddress("kitchen", 7));
        assertThat(NameServerAddress.defaultForServers(Map.of("HOME", home.toString())))
                .as("servers that are started by hand do not join it")
                .hasToString("127.0.0.1:1099");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyVariableIsAsGoodAsNone(String empty) throws IOException {
        var environment = Map.of("HOME", home.toString(), NameServerAddress.VARIABLE, empty);

        assertThat(NameServerAddress.defaultForServers(environment)).hasToString("127.0.0.1:1099");
        assertThat(NameServerAddress.defaultForClients(environment)).hasToString("127.0.0.1:1099");

        var file = NameServerAddress.fileOfBackgroundCluster(environment);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "127.0.0.1:4711\n");
        assertThat(NameServerAddress.defaultForClients(environment)).hasToString("127.0.0.1:4711");
    }

    @Test
    void whatIsWrongInTheEnvironmentOrInTheFileIsNamedWithItsPlace() throws IOException {
        var environment = Map.of("HOME", home.toString(), NameServerAddress.VARIABLE, "kitchen");

        assertThatThrownBy(() -> NameServerAddress.defaultForServers(environment))
                .hasMessage("'kitchen' in $JUST_HUNGRY_NAMESERVER is not the address of a name server:"
                        + " write HOST:PORT, like 127.0.0.1:1099, or unset the variable");
        assertThatThrownBy(() -> NameServerAddress.defaultForClients(environment))
                .hasMessageStartingWith("'kitchen' in $JUST_HUNGRY_NAMESERVER is not");

        var file = NameServerAddress.fileOfBackgroundCluster(environment);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "4711\n");
        assertThatThrownBy(() -> NameServerAddress.defaultForClients(Map.of("HOME", home.toString())))
                .hasMessage(
                        "'4711' in %s is not the address of a name server: delete that file, or name the address with --nameserver HOST:PORT"
                                .formatted(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kitchen", "kitchen:", ":1099", "kitchen:65536", "kitchen:-1", "a b:1", "a:b:1"})
    void whatIsNoAddressIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> NameServerAddress.parse(text)).hasMessageContaining("127.0.0.1:1099");
    }
}
