package justhungry.api.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * Bytes that a version wrote, with a name each, in a file {@code VERSION.txt} of a folder: every later version must read
 * them. As for {@link TagLock}, {@code -Dlock=write} writes those of the newest version anew.
 */
public final class GoldenBytes {
    private static final String NO_BYTES = "-";

    private final Path folder;

    /** The bytes in a folder of the module's test resources. */
    public GoldenBytes(String folder) {
        this.folder = Path.of("src/test/resources", folder);
    }

    /** The bytes of one version, by name. */
    public Map<String, byte[]> ofVersion(int version) {
        var found = new LinkedHashMap<String, byte[]>();
        try {
            for (var line : Files.readAllLines(file(version))) {
                int space = line.lastIndexOf(' ');
                found.put(line.substring(0, space), bytes(line.substring(space + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Version, name and bytes of all; while they are being written, of the earlier versions alone. */
    public Stream<Arguments> ofEveryVersion() {
        return IntStream.rangeClosed(1, TagLock.isWritten() ? WireFormat.VERSION - 1 : WireFormat.VERSION)
                .boxed()
                .flatMap(version -> ofVersion(version).entrySet().stream()
                        .map(line -> Arguments.of(version, line.getKey(), line.getValue())));
    }

    /** Requires that today's values are written as the newest version's file says. */
    public void check(Map<String, byte[]> now) {
        if (TagLock.isWritten()) {
            write(now);
        }
        var golden = ofVersion(WireFormat.VERSION);
        assertThat(text(now))
                .as(
                        "%s: bytes that were never released may be written anew with -Dlock=write; for others, raise"
                                + " WireFormat.VERSION first",
                        file(WireFormat.VERSION))
                .isEqualTo(text(golden));
    }

    private void write(Map<String, byte[]> now) {
        try {
            Files.createDirectories(folder);
            Files.writeString(file(WireFormat.VERSION), text(now));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int version) {
        return folder.resolve(version + ".txt");
    }

    private static String text(Map<String, byte[]> values) {
        var text = new StringBuilder();
        values.forEach((name, value) -> text.append("%s %s\n"
                .formatted(name, value.length == 0 ? NO_BYTES : HexFormat.of().formatHex(value))));
        return text.toString();
    }

    private static byte[] bytes(String hex) {
        return hex.equals(NO_BYTES) ? new byte[0] : HexFormat.of().parseHex(hex);
    }
}
