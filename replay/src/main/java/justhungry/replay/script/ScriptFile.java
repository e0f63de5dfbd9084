package justhungry.replay.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import justhungry.platform.process.FailureReason;
import justhungry.platform.process.TemporaryFiles;
import justhungry.replay.script.source.ScriptException;

/**
 * The file of a script, which must not change while it is used.
 *
 * @param name as the user gave it, for messages
 */
record ScriptFile(Path path, String name, FileTime modified, long size) {
    /** The maximum number of bytes that are read from a pipe. */
    private static final long MAX_PIPED_BYTES = 4L << 30;

    private static final int BUFFER_BYTES = 1 << 16;

    /**
     * A file of this machine. A file that is not regular, such as a pipe, can be read only once: it is copied first.
     */
    static ScriptFile of(Path path) throws ScriptException {
        var name = path.toString();
        try {
            if (Files.isDirectory(path)) {
                throw new ScriptException(name, "is a directory, not a script");
            }
            if (Files.isRegularFile(path)) {
                return stat(path, name);
            }
            try (var in = Files.newInputStream(path)) {
                return of(in, name);
            }
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** The content of a stream, copied to a file that is deleted when this process ends. */
    static ScriptFile of(InputStream in, String name) throws ScriptException {
        try {
            var copy = TemporaryFiles.file("just-hungry", ".jsonl");
            copy.toFile().deleteOnExit();
            copy(in, copy, name);
            return stat(copy, name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Opens the file, which must be the same as when it was checked. */
    InputStream open() throws ScriptException {
        try {
            if (!equals(stat(path, name))) {
                throw changed();
            }
            return Files.newInputStream(path);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    ScriptException changed() {
        return new ScriptException(
                name, "has changed since it was checked; run it again, and do not edit it meanwhile");
    }

    private static ScriptFile stat(Path path, String name) throws IOException {
        var attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new ScriptFile(path, name, attributes.lastModifiedTime(), attributes.size());
    }

    private static void copy(InputStream in, Path copy, String name) throws IOException, ScriptException {
        long copied = 0;
        var buffer = new byte[BUFFER_BYTES];
        try (var out = Files.newOutputStream(copy)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > MAX_PIPED_BYTES) {
                    throw new ScriptException(name, "is longer than %d bytes".formatted(MAX_PIPED_BYTES));
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static ScriptException unreadable(String name, IOException e) {
        return new ScriptException(
                name,
                e instanceof NoSuchFileException ? "there is no such file" : "cannot be read: " + FailureReason.of(e));
    }
}
