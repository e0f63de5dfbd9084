package justhungry.platform.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A small file that is replaced as a whole: after a crash, and for one who reads meanwhile, it has the old content or the
 * new, never a part of it. It has one writer at a time.
 */
public record DurableFile(Path path) {
    /** The end of the name under which the next content is written. One that is found at a start was never published. */
    public static final String NEXT_SUFFIX = ".next";

    /** As {@link #replace(byte[])}, with text in UTF-8. */
    public void replace(String content) throws IOException {
        replace(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces the content; it is durable, name included, when this returns. */
    public void replace(byte[] content) throws IOException {
        var next = path.resolveSibling(path.getFileName() + NEXT_SUFFIX);
        try (var channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncNameOf(path);
    }

    /** Makes the name of a new file or directory durable: without it, durable content may have no name. */
    public static void syncNameOf(Path path) throws IOException {
        var parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            syncDirectory(parent);
        }
    }

    /** Makes the names in a directory durable, removals and renamings included. */
    public static void syncDirectory(Path directory) throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
