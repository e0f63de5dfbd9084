package justhungry.backend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import justhungry.coordination.NameServerAddress;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendSettingsTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("XDG_DATA_HOME", "/data", "XDG_STATE_HOME", "/no-such-directory");

    @Test
    void aNameIsEnough() throws ParseException {
        assertThat(settings("server1"))
                .isEqualTo(new BackendSettings(
                        "server1",
                        new NameServerAddress("127.0.0.1", 1099),
                        "127.0.0.1",
                        Optional.of(Path.of("/data/just-hungry/server1")),
                        Optional.empty(),
                        false));
    }

    @Test
    void everyOptionIsHeard() throws ParseException {
        assertThat(settings(
                        "--nameserver",
                        "192.0.2.10:2000",
                        "server2",
                        "--host",
                        "192.0.2.12",
                        "--data",
                        "/somewhere",
                        "--catalogue",
                        "fruit.json",
                        "--dump"))
                .isEqualTo(new BackendSettings(
                        "server2",
                        new NameServerAddress("192.0.2.10", 2000),
                        "192.0.2.12",
                        Optional.of(Path.of("/somewhere")),
                        Optional.of(Path.of("fruit.json")),
                        true));
    }

    @Test
    void theEnvironmentNamesTheNameServer_andTheOptionComesFirst() throws ParseException {
        var environment = Map.of(NameServerAddress.VARIABLE, "192.0.2.1:7", "XDG_DATA_HOME", "/data");

        assertThat(BackendSettings.of(BackendSettings.COMMAND.parse("server1", "--host", "192.0.2.12"), environment)
                        .nameServer())
                .isEqualTo(new NameServerAddress("192.0.2.1", 7));
        assertThat(BackendSettings.of(
                                BackendSettings.COMMAND.parse("server1", "--nameserver", "127.0.0.2:8"), environment)
                        .nameServer())
                .isEqualTo(new NameServerAddress("127.0.0.2", 8));
    }

    @Test
    void whenTheNameServerIsElsewhereAndNoHostIsGiven_thenItDoesNotStart_forOthersWouldLookForItOnTheirOwnMachines() {
        var environment = Map.of(NameServerAddress.VARIABLE, "192.0.2.1:7", "XDG_DATA_HOME", "/data");

        assertThatThrownBy(() -> BackendSettings.of(BackendSettings.COMMAND.parse("server1"), environment))
                .isInstanceOf(ParseException.class)
                .hasMessageContainingAll("192.0.2.1:7", "127.0.0.1", "add --host HOST");
        assertThatCode(() -> BackendSettings.of(BackendSettings.COMMAND.parse("server1", "--dump"), environment))
                .as("it is not called while it prints its data")
                .doesNotThrowAnyException();
    }

    @Test
    void inMemoryThereIsNoDataDirectory() throws ParseException {
        assertThat(settings("server1", "--in-memory").data()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --in-memory                      | give the back end one name, like: backend server1
            server1 server2                  | give the back end one name, like: backend server1
            Server1                          | beginning with a letter, like server1
            1server                          | beginning with a letter, like server1
            server1 --colour                 | --colour
            server1 --data                   | data
            server1 --host                   | host
            server1 --nameserver somewhere   | 'somewhere' is not the address of a name server: write HOST:PORT
            server1 --nameserver 192.0.2.1:7 | the name server 192.0.2.1:7 is on another machine
            server1 --nameserver there:99999 | 'there:99999' is not the address of a name server: write HOST:PORT
            server1 --in-memory --data /here | --in-memory has no data directory: leave out --data and --dump
            server1 --in-memory --dump       | --in-memory has no data directory: leave out --data and --dump
            """)
    void whatCannotBeMeantIsRefused(String arguments, String message) {
        assertThatThrownBy(() -> settings(arguments.split(" ")))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(message);
    }

    private static BackendSettings settings(String... arguments) throws ParseException {
        return BackendSettings.of(BackendSettings.COMMAND.parse(arguments), ENVIRONMENT);
    }
}
