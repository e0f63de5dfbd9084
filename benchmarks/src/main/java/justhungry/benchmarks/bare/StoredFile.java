package justhungry.benchmarks.bare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A file to which entries are added, each synced; or nothing at all, for a chain in memory. Used by one thread at a time. */
final class StoredFile implements BareStorage {
    private final @Nullable FileChannel channel;

    private StoredFile(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** A storage in the file at a path, or, for the word {@code memory}, one that keeps nothing. */
    static StoredFile at(String place) throws IOException {
        return new StoredFile(
                place.equals("memory")
                        ? null
                        : FileChannel.open(Path.of(place), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    @Override
    public synchronized void append(byte[] entry) {
        if (channel == null) {
            return;
        }
        try {
            channel.write(ByteBuffer.wrap(entry));
            channel.force(false);
        } catch (IOException e) {
            throw new IllegalStateException("the bare chain's file failed", e);
        }
    }
}
