package justhungry.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A way to break the protocol: one line of a production file is replaced by another. {@code mutations.txt} lists them.
 *
 * @param label the error of the mutant
 * @param file below the repository's root
 */
record ProtocolMutation(String label, String file, String before, String after) {
    static List<ProtocolMutation> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(ProtocolMutation.class.getResourceAsStream("/mutations.txt"))) {
            var blocks = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n## ", -1);
            return Stream.of(blocks).skip(1).map(ProtocolMutation::of).toList();
        }
    }

    private static ProtocolMutation of(String block) {
        var lines = block.strip().lines().toList();
        if (lines.size() != 4 || !lines.get(2).startsWith("- ") || !lines.get(3).startsWith("+ ")) {
            throw new IllegalArgumentException("not a heading, a file, a line with - and one with +: " + block);
        }
        return new ProtocolMutation(
                lines.get(0),
                lines.get(1),
                lines.get(2).substring(2),
                lines.get(3).substring(2));
    }

    /** The file's text with the line replaced. */
    String applied(Path root) throws IOException {
        var source = Files.readString(root.resolve(file));
        if (!source.contains(before) || source.indexOf(before) != source.lastIndexOf(before)) {
            throw new IllegalArgumentException("%s does not have, once, the line: %s".formatted(file, before));
        }
        return source.replace(before, after);
    }
}
