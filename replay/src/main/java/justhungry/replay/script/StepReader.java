package justhungry.replay.script;

import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.model.ScriptScope;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ScriptException;
import justhungry.replay.script.source.SourceLineReader;

/** A reader of a script's steps that checks each. Belongs to one thread. */
public final class StepReader implements AutoCloseable {
    private final CRC32C checksum = new CRC32C();
    private final ScriptScope names = ScriptScope.empty();
    private final SourceLineReader lines;
    private final Optional<ScriptFile> expectedFile;
    private final long expectedChecksum;
    private final ScriptHeader header;

    /**
     * The steps of a file that has not been checked yet.
     *
     * @param mistakes gets those of the header
     */
    StepReader(ScriptFile file, MistakeCollector mistakes) throws ScriptException {
        this(file, Optional.empty(), 0, mistakes);
    }

    /** The steps of a file that was checked before and must not have changed. */
    StepReader(ScriptFile file, long checkedSum) throws ScriptException {
        this(file, Optional.of(file), checkedSum, new MistakeCollector());
    }

    private StepReader(ScriptFile file, Optional<ScriptFile> checked, long checkedSum, MistakeCollector mistakes)
            throws ScriptException {
        this.expectedFile = checked;
        this.expectedChecksum = checkedSum;
        lines = new SourceLineReader(new CheckedInputStream(file.open(), checksum), file.name());
        try {
            var first = lines.next()
                    .orElseThrow(() -> new ScriptException(file.name(), "is empty; a script begins with {\"jh\":1}"));
            var json = first.parse();
            header = HeaderParser.read(json, mistakes);
            if (!json.members().containsKey("jh")) {
                names.onUnreadableLine(); // It is probably a step.
            }
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
            if (expectedFile.isPresent() && checksum.getValue() != expectedChecksum) {
                throw expectedFile.get().changed();
            }
            return Optional.empty();
        }
        return Optional.of(StepParser.read(line.get().parse(), names));
    }

    /**
     * The next step without a mistake; empty at the end, or when there are very many mistakes.
     *
     * @param mistakes gets those of the lines before it
     * @throws ScriptException when the file cannot be read on
     */
    Optional<Step> nextValid(MistakeCollector mistakes) throws ScriptException {
        while (!mistakes.isFull()) {
            var line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            var json = mistakes.read(line.get()::parse);
            var step = json.flatMap(parsed -> mistakes.read(() -> StepParser.read(parsed, names)));
            if (step.isPresent()) {
                return step;
            }
            if (json.isEmpty() || !StepParser.isKnown(json.get())) {
                names.onUnreadableLine();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws ScriptException {
        lines.close();
    }

    ScriptHeader header() {
        return header;
    }

    ScriptScope names() {
        return names;
    }

    /** The checksum of everything read so far. */
    long checksum() {
        return checksum.getValue();
    }
}
