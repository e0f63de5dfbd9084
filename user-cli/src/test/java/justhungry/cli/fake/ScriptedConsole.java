package justhungry.cli.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.InputInterruptedException;
import justhungry.cli.console.TextStyle;
import org.jspecify.annotations.Nullable;

/** A console with a scripted person, who types the given lines and nothing after them. */
public final class ScriptedConsole implements Console {
    /** Ctrl-C in a script. */
    public static final String CTRL_C = "^C";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> transcript = new ArrayList<>();
    private final Deque<String> linesWhileWaiting = new ArrayDeque<>();
    private final int columns;
    private boolean droppedTypedAhead;

    public ScriptedConsole(int columns) {
        this.columns = columns;
    }

    public ScriptedConsole types(String... lines) {
        answers.addAll(List.of(lines));
        return this;
    }

    /** What the person types while a request waits. */
    public synchronized void typesWhileWaiting(List<String> lines) {
        linesWhileWaiting.addAll(lines);
    }

    public boolean hasDroppedTypedAhead() {
        return droppedTypedAhead;
    }

    /** All lines shown, the answers beside their prompts. */
    public synchronized List<String> lines() {
        return List.copyOf(transcript);
    }

    public String transcript() {
        return String.join("\n", lines());
    }

    @Override
    public String read(String prompt, List<String> completions) {
        var answer = answers.poll();
        add(prompt + (answer == null ? "" : answer));
        if (answer == null) {
            throw new InputEndedException();
        }
        if (answer.equals(CTRL_C)) {
            throw new InputInterruptedException();
        }
        return answer;
    }

    @Override
    public Optional<String> readUntil(CompletableFuture<?> end, Predicate<String> isWanted) {
        // What the thread of the request types may come later than this look.
        for (var line = nextWhileWaiting(); line != null || !end.isDone(); line = nextWhileWaiting()) {
            if (line == null) {
                LockSupport.parkNanos(1_000_000);
            } else if (line.equals(CTRL_C)) {
                throw new InputInterruptedException();
            } else if (isWanted.test(line)) {
                add(WAITING_PROMPT + line);
                return Optional.of(line);
            }
        }
        var unused = end.join();
        return Optional.empty();
    }

    @Override
    public void dropTypedAhead() {
        droppedTypedAhead = true;
    }

    @Override
    public void interruptOnCtrlC(Thread worker) {}

    @Override
    public void print(TextStyle tone, String text) {
        add(text);
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void close() {}

    private synchronized @Nullable String nextWhileWaiting() {
        return linesWhileWaiting.poll();
    }

    private synchronized void add(String line) {
        transcript.add(line);
    }
}
