package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import justhungry.backend.storage.WrongStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreIdentityTest {
    private static final StoreIdentity IDENTITY = StoreIdentity.of(new Member("server1", new UUID(1, 2)));

    @Test
    void itIsReadAsItWasWritten() {
        var identity = IDENTITY.withManifest(new ManifestSize("MANIFEST-000005", 1_306));

        assertThat(StoreIdentity.decode(identity.encode())).isEqualTo(identity);
    }

    @ParameterizedTest
    @CsvSource({
        "store 4, store 5, 'written by a newer version (store version 5, this one knows 4): start that version'",
        "store 4, store 3, 'written by an older version (store version 3, this one knows 4): start that'",
        "format 1, format 2, 'written in format 2, this version reads formats up to 1: start a version that reads'"
    })
    void thatOfAnotherVersionIsRefused(String ours, String other, String why) {
        var text = new String(IDENTITY.encode(), StandardCharsets.US_ASCII);
        assertThat(text).contains(ours + "\n");
        var changed = text.substring(0, text.indexOf("crc ")).replace(ours + "\n", other + "\n");
        var crc = new CRC32C();
        crc.update(changed.getBytes(StandardCharsets.US_ASCII));
        var file = (changed + "crc %08x\n".formatted(crc.getValue())).getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> StoreIdentity.decode(file))
                .isInstanceOf(WrongStoreException.class)
                .hasMessageContaining(why);
    }
}
