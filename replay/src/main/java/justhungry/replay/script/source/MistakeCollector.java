package justhungry.replay.script.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A collector of the mistakes of a script, so that they are told at once. */
public final class MistakeCollector {
    /** The number of mistakes at which the check of a script stops. */
    public static final int MAX_MISTAKES = 50;

    private final List<String> mistakes = new ArrayList<>();

    /** A part of a script that is read. */
    @FunctionalInterface
    public interface PartReader<T> {
        T read() throws ScriptException;
    }

    /** Reads a part; empty when it has mistakes, which are kept. */
    public <T> Optional<T> read(PartReader<T> part) {
        try {
            return Optional.of(part.read());
        } catch (ScriptException e) {
            add(e);
            return Optional.empty();
        }
    }

    /** Adds a mistake; those beyond {@link #MAX_MISTAKES}, of which one line can have thousands, are dropped. */
    public void add(ScriptException mistake) {
        mistake.messages().stream().limit(MAX_MISTAKES - mistakes.size()).forEach(mistakes::add);
    }

    /** Whether there are so many mistakes that more would not help. */
    public boolean isFull() {
        return mistakes.size() >= MAX_MISTAKES;
    }

    /** Throws all mistakes as one exception, if there are any. */
    public void check() throws ScriptException {
        if (!mistakes.isEmpty()) {
            throw new ScriptException(mistakes);
        }
    }

    /** The same; when there may be more mistakes than were kept, the last message says so. */
    public void checkWhole(String file) throws ScriptException {
        if (isFull()) {
            var end = new ScriptException(file, "there may be more mistakes; the check ends here");
            mistakes.addAll(end.messages());
        }
        check();
    }
}
