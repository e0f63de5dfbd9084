package justhungry.replay.script;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import justhungry.replay.script.model.ScriptHeader;
import justhungry.replay.script.model.Step;
import justhungry.replay.script.source.MistakeCollector;
import justhungry.replay.script.source.ScriptException;

/**
 * A script that was read to its end and is valid. It keeps none of its steps: they are streamed from the file again, so
 * that memory does not grow with the file.
 */
public final class Script {
    private static final Path STDIN = Path.of("-");

    private final ScriptFile file;
    private final ScriptHeader header;
    private final List<String> users;
    private final long requests;
    private final boolean faults;
    private final long checksum;

    private Script(ScriptFile file, StepReader read, Tally tally) {
        this.file = file;
        header = read.header();
        users = List.copyOf(read.names().users());
        checksum = read.checksum();
        requests = tally.requests;
        faults = tally.faults;
    }

    /** The totals of the steps. */
    private static final class Tally {
        private long requests;
        private boolean faults;

        private void add(Step step) {
            requests += step.requests();
            faults |= !step.faults().isEmpty();
        }
    }

    /**
     * Reads and checks a whole script. {@code -} means stdin.
     *
     * @throws ScriptException with all mistakes, up to {@link MistakeCollector#MAX_MISTAKES}
     */
    public static Script parse(Path file) throws ScriptException {
        return parse(file.equals(STDIN) ? ScriptFile.of(System.in, "stdin") : ScriptFile.of(file));
    }

    /**
     * Reads and checks a whole script from a stream. It is kept in a temporary file.
     *
     * @param name for messages
     */
    public static Script parse(InputStream in, String name) throws ScriptException {
        return parse(ScriptFile.of(in, name));
    }

    private static Script parse(ScriptFile file) throws ScriptException {
        var mistakes = new MistakeCollector();
        try (var steps = new StepReader(file, mistakes)) {
            var tally = mistakes.read(() -> tally(steps, mistakes));
            mistakes.checkWhole(file.name());
            return new Script(file, steps, tally.orElseThrow());
        }
    }

    private static Tally tally(StepReader steps, MistakeCollector mistakes) throws ScriptException {
        var tally = new Tally();
        for (var step = steps.nextValid(mistakes); step.isPresent(); step = steps.nextValid(mistakes)) {
            tally.add(step.get());
        }
        return tally;
    }

    public ScriptHeader header() {
        return header;
    }

    /** Its name for people: the header's, or the file's. */
    public String name() {
        return header.name().orElse(file.name());
    }

    /** The names of all users, in the order in which they first appear. */
    public Collection<String> users() {
        return users;
    }

    /** The number of requests that it sends in all; a read that is repeated until it is as expected counts once. */
    public long requests() {
        return requests;
    }

    /** Whether it injects faults, and so needs a cluster on this machine. */
    public boolean hasFaults() {
        return faults;
    }

    /**
     * The steps, from the first one. The caller closes them.
     *
     * @throws ScriptException when the file has changed
     */
    public StepReader steps() throws ScriptException {
        return new StepReader(file, checksum);
    }
}
