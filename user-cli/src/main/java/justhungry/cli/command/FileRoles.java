package justhungry.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import justhungry.platform.process.FailureReason;

/**
 * The files that a command reads and writes, by their roles. What it writes is none of the files that it reads, and no
 * file that it writes in another role: compared as files, whatever their names are, and before any of them is opened.
 * Devices and pipes may have several roles.
 */
public final class FileRoles {
    private static final Path STDIN = Path.of("/dev/stdin");
    private static final Path STDOUT = Path.of("/dev/stdout");
    private static final int MAX_LINKS = 40;

    private final List<RoleFile> inputs = new ArrayList<>();
    private final List<RoleFile> outputs = new ArrayList<>();

    /** The roles of a command whose data goes to stdout. */
    public FileRoles() {
        outputs.add(new RoleFile("stdout", STDOUT));
    }

    private record RoleFile(String role, Path file) {}

    /** Adds a file that is read; {@code -} is stdin. */
    public FileRoles read(String role, Path file) {
        inputs.add(new RoleFile(role, file.toString().equals("-") ? STDIN : file));
        return this;
    }

    /** Adds a file that is written, if there is one. */
    public FileRoles write(String role, Optional<Path> file) {
        file.ifPresent(path -> outputs.add(new RoleFile(role, path)));
        return this;
    }

    /**
     * Checks the files.
     *
     * @throws UsageException when an output is an input or another output, or a directory
     */
    public void check() throws UsageException {
        for (int i = 0; i < outputs.size(); i++) {
            var output = outputs.get(i);
            if (Files.isDirectory(output.file())) {
                throw new UsageException(
                        "%s %s is a directory: name a file in it".formatted(output.role(), output.file()));
            }
            for (var input : inputs) {
                if (isSame(output.file(), input.file())) {
                    throw new UsageException("%s would overwrite %s, %s: name another file"
                            .formatted(output.role(), input.role(), input.file()));
                }
            }
            for (var earlier : outputs.subList(0, i)) {
                if (isSame(output.file(), earlier.file())) {
                    throw new UsageException("%s and %s are the same file, %s: name two"
                            .formatted(earlier.role(), output.role(), output.file()));
                }
            }
        }
    }

    private static boolean isSame(Path one, Path other) throws UsageException {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isRegularFile(one) && Files.isSameFile(one, other);
            }
            return !Files.exists(one) && !Files.exists(other) && location(one).equals(location(other));
        } catch (IOException e) {
            throw new UsageException("%s or %s cannot be examined (%s)".formatted(one, other, FailureReason.of(e)));
        }
    }

    /** The place where a file that does not exist would be created: links that lead nowhere yet are followed. */
    private static Path location(Path file) throws IOException {
        var path = file.toAbsolutePath().normalize();
        for (int links = 0; Files.isSymbolicLink(path) && links < MAX_LINKS; links++) {
            path = path.resolveSibling(Files.readSymbolicLink(path)).normalize();
        }
        var directory = path.getParent();
        return directory == null || !Files.isDirectory(directory)
                ? path
                : directory.toRealPath().resolve(path.getFileName());
    }
}
