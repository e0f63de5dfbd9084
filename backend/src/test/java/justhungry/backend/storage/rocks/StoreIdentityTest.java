package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32C;
import justhungry.api.cluster.Member;
import org.junit.jupiter.api.Test;

class StoreIdentityTest {
    private static final StoreIdentity IDENTITY = StoreIdentity.of(new Member("server1", new UUID(1, 2)));

    @Test
    void itIsReadAsItWasWritten() {
        var identity = IDENTITY.withManifest(new ManifestSize("MANIFEST-000005", 1_306));

        assertThat(StoreIdentity.decode(identity.encode())).isEqualTo(identity);
    }

    @Test
    void thatOfVersion1HasNoManifest() {
        var text = new String(IDENTITY.encode(), StandardCharsets.US_ASCII);
        var earlier = text.substring(0, text.indexOf("manifest ")).replace("store 2\n", "store 1\n");
        var crc = new CRC32C();
        crc.update(earlier.getBytes(StandardCharsets.US_ASCII));
        var file = earlier + "crc %08x\n".formatted(crc.getValue());

        assertThat(StoreIdentity.decode(file.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(IDENTITY);
    }
}
