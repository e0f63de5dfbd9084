package justhungry.client;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import justhungry.api.shop.UserId;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;
import justhungry.platform.process.XdgDirectories;

/**
 * The file that keeps a person's secret id from one run to the next, so that they can see and cancel their orders
 * later. Only its owner can read it (mode 600, in a directory of mode 700).
 */
public final class UserFile {
    private final Path path;

    public UserFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    /** The default path: {@code $XDG_STATE_HOME/just-hungry/user}, or below {@code ~/.local/state}. */
    public static UserFile defaultFile(Map<String, String> environment) {
        return new UserFile(XdgDirectories.state(environment).resolve("user"));
    }

    /**
     * The id in the file. The first time, the file is created, with a new id.
     *
     * @throws CannotStartException when the file is damaged, or cannot be read or created
     */
    public UserId loadOrCreate() throws CannotStartException {
        try {
            return load();
        } catch (NoSuchFileException e) {
            return create();
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "Your user file %s cannot be read (%s). Give yourself access to it, or name another with --user-file FILE."
                            .formatted(path, FailureReason.of(e)));
        }
    }

    private UserId load() throws IOException, CannotStartException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "%s is not a regular file, and cannot keep your id. Name a file with --user-file FILE."
                            .formatted(path));
        }
        var text = Files.readString(path).replace("\ufeff", "").strip();
        try {
            return UserId.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    private CannotStartException damaged() {
        return new CannotStartException(
                ExitCode.UNAVAILABLE,
                "Your user file %s is damaged. Restore it from a backup, or delete it to start as a new person without the old orders."
                        .formatted(path));
    }

    private UserId create() throws CannotStartException {
        try {
            createDirectory();
            return createFile();
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "Your user file %s cannot be created (%s). Name one in a directory of yours with --user-file FILE."
                            .formatted(path, FailureReason.of(e)));
        }
    }

    private void createDirectory() throws IOException {
        var directory = directory();
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    private Path directory() {
        return path.resolveSibling("").toAbsolutePath();
    }

    /** The complete file appears under its name at once, or not at all; of two concurrent runs, the first one wins. */
    private UserId createFile() throws IOException, CannotStartException {
        var id = UUID.randomUUID();
        var complete = Files.createTempFile(directory(), "user", ".new"); // has mode 600
        try {
            Files.writeString(complete, id + "\n");
            Files.createLink(path, complete);
            return UserId.of(id);
        } catch (FileAlreadyExistsException e) {
            return load();
        } finally {
            Files.delete(complete);
        }
    }
}
