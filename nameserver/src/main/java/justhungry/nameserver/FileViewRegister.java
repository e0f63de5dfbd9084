package justhungry.nameserver;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Consumer;
import justhungry.api.cluster.View;
import justhungry.api.cluster.ViewRegister;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;

/**
 * The view register on a file: a view is on disk before any caller learns of it. Any thread may call it; proposals are
 * handled one after another.
 */
final class FileViewRegister implements ViewRegister {
    private static final Logger LOG = System.getLogger(FileViewRegister.class.getName());

    private final ViewFile file;
    private final UUID cluster;
    private final Consumer<String> lastWords;

    /** The view in the file. */
    private volatile View current;

    private FileViewRegister(ViewFile file, ViewRecord record, Consumer<String> lastWords) {
        this.file = file;
        this.cluster = record.cluster();
        this.current = record.view();
        this.lastWords = lastWords;
    }

    /**
     * Opens the register, or makes a new cluster's when the directory is empty.
     *
     * @param directory that no other process uses
     * @param lastWords says why the process must end, and ends it
     * @throws CannotStartException when the file is damaged, lost or cannot be used
     */
    static FileViewRegister open(Path directory, Consumer<String> lastWords) throws CannotStartException {
        var file = new ViewFile(directory);
        try {
            return new FileViewRegister(file, file.open(), lastWords);
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "cannot use the view register in %s (%s): fix that, or choose another directory with --data DIR"
                            .formatted(directory, e));
        }
    }

    /** The cluster's id, created with the file. */
    UUID cluster() {
        return cluster;
    }

    @Override
    public View current() {
        return current;
    }

    @Override
    public synchronized boolean propose(View expected, View next) {
        if (!expected.equals(current) || next.epoch() != expected.epoch() + 1) {
            return false;
        }
        store(next);
        LOG.log(
                Level.INFO,
                "epoch={0}: primary {1}, in-sync {2}",
                Long.toString(next.epoch()),
                next.leader(),
                next.inSync());
        return true;
    }

    private void store(View next) {
        try {
            file.write(new ViewRecord(cluster, next));
        } catch (IOException e) {
            // The record may or may not be on disk. Only a new start, which reads it, can tell.
            lastWords.accept(
                    "the view register could not write epoch %d (%s): fix the disk and restart; until then orders continue in the old view"
                            .formatted(next.epoch(), e));
            throw new IllegalStateException("the process must end: its view register could not be written", e);
        }
        current = next;
    }
}
