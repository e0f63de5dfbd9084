package justhungry.platform.process;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The reason of a failure in the words of an operating system: Java often says it by the name of a class only. */
public final class FailureReason {
    private FailureReason() {}

    /** The reason, without the file's name. */
    public static String of(@Nullable Throwable failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "the file exists already";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "the directory is not empty";
        }
        if (failure instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        var text = failure instanceof FileSystemException file ? file.getReason() : message(failure);
        return Objects.requireNonNullElse(text, "input or output failed");
    }

    private static @Nullable String message(@Nullable Throwable failure) {
        return failure == null ? null : failure.getMessage();
    }

    /** The reason, after the file's name if it is known. */
    public static String withFile(@Nullable Throwable failure) {
        var file = failure instanceof FileSystemException named ? named.getFile() : null;
        return file == null ? of(failure) : "%s: %s".formatted(file, of(failure));
    }
}
