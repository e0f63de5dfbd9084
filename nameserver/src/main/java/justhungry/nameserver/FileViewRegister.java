package justhungry.nameserver;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import justhungry.api.cluster.View;
import justhungry.api.cluster.ViewRegister;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.directory.StaleCopyException;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import justhungry.platform.process.FailureReason;

/**
 * The view register on a file: a view is on disk before any caller learns of it, and so is the start of an in-sync member.
 * Any thread may call it; changes are made one after another.
 */
final class FileViewRegister implements ViewRegister {
    private static final Logger LOG = System.getLogger(FileViewRegister.class.getName());

    /** How often it is stored how far the in-sync members have come; not each time, for they tell it twice a second. */
    private static final long NOTE_INTERVAL_NANOS = Duration.ofSeconds(10).toNanos();

    private final ViewFile file;
    private final KnownStarts starts;
    private final LongSupplier nanoTime;
    private final Consumer<String> lastWords;

    /** What is in the file, but for what in-sync members have told since. */
    private volatile ViewRecord stored;

    private long storedAt;

    private FileViewRegister(ViewFile file, ViewRecord record, LongSupplier nanoTime, Consumer<String> lastWords) {
        this.file = file;
        this.stored = record;
        this.starts = new KnownStarts(record.starts());
        this.nanoTime = nanoTime;
        this.storedAt = nanoTime.getAsLong();
        this.lastWords = lastWords;
    }

    /**
     * Opens the register, or makes a new cluster's when the directory is empty.
     *
     * @param directory that no other process uses
     * @param nanoTime a steady clock
     * @param lastWords says why the process must end, and ends it
     * @throws CannotStartException when the file is damaged, lost or cannot be used
     */
    static FileViewRegister open(Path directory, LongSupplier nanoTime, Consumer<String> lastWords)
            throws CannotStartException {
        var file = new ViewFile(directory);
        try {
            return new FileViewRegister(file, file.open(), nanoTime, lastWords);
        } catch (IOException e) {
            throw new CannotStartException(
                    ExitCode.UNAVAILABLE,
                    "cannot use the view register in %s (%s): fix that, or choose another directory with --data DIR"
                            .formatted(directory, FailureReason.of(e)));
        }
    }

    /** The cluster's id: created with the file, or that of a cluster that had lost its register. */
    UUID cluster() {
        return stored.cluster();
    }

    @Override
    public View current() {
        return stored.view();
    }

    @Override
    public synchronized boolean propose(View expected, View next) {
        if (!expected.equals(current()) || next.epoch() != expected.epoch() + 1) {
            return false;
        }
        change(cluster(), next);
        return true;
    }

    @Override
    public synchronized boolean rebuild(UUID cluster, View view) {
        if (current().epoch() > 0 || view.epoch() == 0) {
            return false;
        }
        LOG.log(Level.WARNING, "the register is rebuilt: it is now that of cluster {0}", cluster);
        change(cluster, view);
        return true;
    }

    /** Cluster and view of the same moment. */
    ViewRecord record() {
        return stored;
    }

    /** @throws StaleCopyException when the process that registers has an old copy of its member's data */
    synchronized void requireNewest(BackendRegistration registration) throws StaleCopyException {
        starts.requireNewest(registration);
    }

    /** Notes a registration. The start of an in-sync member is durable when this returns, how far it came a little later. */
    synchronized void note(BackendRegistration registration) {
        boolean isNew = starts.note(registration);
        starts.forgetOthers(current());
        boolean isDue = nanoTime.getAsLong() - storedAt >= NOTE_INTERVAL_NANOS;
        if (starts.ofInSync(current()).equals(stored.starts())) {
            return;
        }
        if (isNew) {
            store(cluster(), current());
        } else if (isDue) {
            storeProgress();
        }
    }

    /** How far they have come is of use, but nobody waits for it: the register goes on with what it has on its disk. */
    private void storeProgress() {
        storedAt = nanoTime.getAsLong();
        var record = new ViewRecord(cluster(), current(), starts.ofInSync(current()));
        try {
            file.write(record);
            stored = record;
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the log positions of the back ends could not be stored ({0}): check the disk; orders continue",
                    FailureReason.of(e));
        }
    }

    private void change(UUID cluster, View next) {
        store(cluster, next);
        LOG.log(
                Level.INFO,
                "epoch={0}: primary {1}, in-sync {2}",
                Long.toString(next.epoch()),
                next.leader(),
                next.inSync());
    }

    private void store(UUID cluster, View next) {
        var record = new ViewRecord(cluster, next, starts.ofInSync(next));
        try {
            file.write(record);
        } catch (IOException e) {
            // The record may or may not be on disk. Only a new start, which reads it, can tell.
            lastWords.accept(
                    "the view register could not write epoch %d (%s): fix the disk and restart; until then the view cannot change"
                            .formatted(next.epoch(), FailureReason.of(e)));
            throw new IllegalStateException("the process must end: its view register could not be written", e);
        }
        stored = record;
        storedAt = nanoTime.getAsLong();
    }
}
