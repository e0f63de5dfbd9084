package justhungry.backend.storage.rocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import justhungry.backend.storage.EntryChain;
import justhungry.backend.storage.StoreContents;
import justhungry.backend.storage.StoreDamagedException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The distinction between damage in RocksDB's own files and a torn tail, for every byte of them. */
final class WalCheckTest {
    @TempDir
    private static Path folder;

    private static byte[] log;
    private static byte[] manifest;

    @BeforeAll
    static void writeRealFiles() throws IOException {
        var directory = folder.resolve("server1");
        try (var store = RocksStore.open(directory, "server1").store()) {
            StoreContents.order(store, 1, 30);
            store.log().append(EntryChain.after(store.log()).next(1, 1, 70_000)); // Over three blocks.
            StoreContents.order(store, 1, 20);
            var image = CrashImage.of(directory, folder.resolve("image"));
            log = Files.readAllBytes(image.lastLog());
            manifest = Files.readAllBytes(image.files("MANIFEST-*").get(0));
        }
    }

    @Test
    void undamagedFilesPass() {
        assertThat(log.length).isGreaterThan(70_000);
        assertThatCode(() -> check(log)).doesNotThrowAnyException();
        assertThatCode(() -> check(manifest)).doesNotThrowAnyException();
    }

    @Test
    void aFlippedBitInAnyByteIsRecognised_alsoInTheLastRecord() {
        var random = new Random(11);
        for (int at = 0; at < manifest.length; at++) {
            assertRecognised(manifest, at, random.nextInt(8));
        }
        for (int at = 0; at < log.length; at += at > 1_000 && at < log.length - 1_000 ? 41 : 1) {
            if (!isPadding(at)) {
                assertRecognised(log, at, random.nextInt(8));
            }
        }
    }

    @Test
    void aFileThatEndsAnywherePassesAsTorn() {
        for (int length = 0; length < log.length; length += length > 500 && length < log.length - 200 ? 997 : 1) {
            check(Arrays.copyOf(log, length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 4_096, 40_000})
    void aTailThatNeverCameAndReadsAsZeroPasses(int zeros) {
        check(Arrays.copyOf(log, log.length + zeros));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aHoleBeforeTheEndIsRecognised(long seed) {
        var random = new Random(seed);
        int at = random.nextInt(log.length - 2_000);
        var holed = log.clone();
        Arrays.fill(holed, at, at + 1_000, (byte) 0);

        assertThatThrownBy(() -> check(holed)).isInstanceOf(StoreDamagedException.class);
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** Whether the byte is an unused one at the end of a block. */
    private static boolean isPadding(int at) {
        return at % 32_768 > 32_768 - 7 && log[at] == 0;
    }

    private static void assertRecognised(byte[] content, int at, int bit) {
        var damaged = content.clone();
        damaged[at] ^= (byte) (1 << bit);
        try {
            check(damaged);
        } catch (StoreDamagedException e) {
            return;
        }
        throw new AssertionError(
                "bit %d of byte %d of %d was flipped, and it passed".formatted(bit, at, content.length));
    }

    private static void check(byte[] content) {
        WalCheck.check("000001.log", content);
    }
}
