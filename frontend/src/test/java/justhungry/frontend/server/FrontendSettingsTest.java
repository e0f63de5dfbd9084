package justhungry.frontend.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import justhungry.coordination.NameServerAddress;
import justhungry.frontend.postcodes.PostcodeChecker;
import justhungry.frontend.server.FrontendSettings.PostcodeCheck;
import justhungry.frontend.server.FrontendSettings.WhenShort;
import okhttp3.HttpUrl;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontendSettingsTest {
    @Test
    void withoutOptions_itIsTheFirstFrontEndOfAClusterOnThisMachine() throws ParseException {
        assertThat(settings(Map.of("HOME", "/nowhere")))
                .isEqualTo(new FrontendSettings(
                        "frontend1",
                        "127.0.0.1",
                        NameServerAddress.parse("127.0.0.1:1099"),
                        PostcodeCheck.ONLINE,
                        PostcodeChecker.PUBLIC_SERVICE,
                        WhenShort.WAIT));
    }

    @Test
    void everyOptionIsTaken() throws ParseException {
        assertThat(settings(
                        Map.of("JUST_HUNGRY_NAMESERVER", "elsewhere:1"),
                        "frontend2",
                        "--nameserver=192.0.2.10:4000",
                        "--host=192.0.2.11",
                        "--postcodes=auto",
                        "--postcodes-url=http://127.0.0.1:8000/api/",
                        "--exit-when-short"))
                .isEqualTo(new FrontendSettings(
                        "frontend2",
                        "192.0.2.11",
                        NameServerAddress.parse("192.0.2.10:4000"),
                        PostcodeCheck.AUTO,
                        HttpUrl.get("http://127.0.0.1:8000/api/"),
                        WhenShort.EXIT));
    }

    @Test
    void theEnvironmentNamesTheNameServerWhenNoOptionDoes() throws ParseException {
        var settings = settings(Map.of("JUST_HUNGRY_NAMESERVER", "127.0.0.2:4000"));

        assertThat(settings.nameServer()).isEqualTo(new NameServerAddress("127.0.0.2", 4000));
    }

    @Test
    void whenTheNameServerIsElsewhereAndNoHostIsGiven_thenItDoesNotStart_forClientsWouldLookForItOnTheirOwnMachines() {
        assertThatThrownBy(() -> settings(Map.of("JUST_HUNGRY_NAMESERVER", "192.0.2.10:4000")))
                .isInstanceOf(ParseException.class)
                .hasMessageContainingAll("192.0.2.10:4000", "127.0.0.1", "add --host HOST");
    }

    @ParameterizedTest
    @CsvSource({
        "--nameserver=127.0.0.1,name server",
        "--nameserver=:1099,name server",
        "--nameserver=192.0.2.10:1099,add --host HOST",
        "--nameserver=127.0.0.1:port,name server",
        "--nameserver=127.0.0.1:65536,name server",
        "--postcodes=sometimes,'online, offline or auto'",
        "--postcodes-url=postcodes.io,address",
        "--colour,--colour",
        "Frontend 1,lower-case",
    })
    void whatIsWrongIsNamed(String argument, String complaint) {
        assertThatThrownBy(() -> settings(Map.of(), argument))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void twoNamesAreOneTooMany() {
        assertThatThrownBy(() -> settings(Map.of(), "frontend1", "frontend2"))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining("frontend2");
    }

    private static FrontendSettings settings(Map<String, String> environment, String... arguments)
            throws ParseException {
        return FrontendSettings.of(FrontendSettings.COMMAND.parse(arguments), environment);
    }
}
