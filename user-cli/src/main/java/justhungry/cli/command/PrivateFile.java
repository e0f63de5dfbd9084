package justhungry.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file with personal details, which only its owner may read. */
public final class PrivateFile {
    private PrivateFile() {}

    /**
     * Creates the file, as UTF-8 text.
     *
     * @throws FileAlreadyExistsException when it exists already: nothing is overwritten
     */
    public static Writer create(Path file) throws IOException {
        var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return Channels.newWriter(Files.newByteChannel(file, options, ours), StandardCharsets.UTF_8);
    }
}
