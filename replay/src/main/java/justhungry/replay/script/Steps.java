package justhungry.replay.script;

import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import justhungry.replay.script.model.Header;
import justhungry.replay.script.model.KnownNames;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.SourceLines;

/** A reader of a script's steps that checks each. Belongs to one thread. */
public final class Steps implements AutoCloseable {
    private final CRC32C checksum = new CRC32C();
    private final KnownNames names = KnownNames.none();
    private final SourceLines lines;
    private final Optional<ScriptFile> checked;
    private final long checkedSum;
    private final Header header;

    /** The steps of a file that has not been checked yet. */
    Steps(ScriptFile file) throws ScriptException {
        this(file, Optional.empty(), 0);
    }

    /** The steps of a file that was checked before and must not have changed. */
    Steps(ScriptFile file, long checkedSum) throws ScriptException {
        this(file, Optional.of(file), checkedSum);
    }

    private Steps(ScriptFile file, Optional<ScriptFile> checked, long checkedSum) throws ScriptException {
        this.checked = checked;
        this.checkedSum = checkedSum;
        lines = new SourceLines(new CheckedInputStream(file.open(), checksum), file.name());
        try {
            var first = lines.next()
                    .orElseThrow(() -> new ScriptException(file.name(), "is empty; a script begins with {\"jh\":1}"));
            header = HeaderLine.read(first.parse());
        } catch (ScriptException e) {
            lines.close();
            throw e;
        }
    }

    /**
     * The next step; empty at the end.
     *
     * @throws ScriptException when the line is invalid, or when the file has changed since it was checked
     */
    public Optional<Step> next() throws ScriptException {
        var line = lines.next();
        if (line.isEmpty()) {
            if (checked.isPresent() && checksum.getValue() != checkedSum) {
                throw checked.get().changed();
            }
            return Optional.empty();
        }
        return Optional.of(StepLine.read(line.get().parse(), names));
    }

    @Override
    public void close() throws ScriptException {
        lines.close();
    }

    Header header() {
        return header;
    }

    KnownNames names() {
        return names;
    }

    /** The checksum of everything read so far. */
    long checksum() {
        return checksum.getValue();
    }
}
