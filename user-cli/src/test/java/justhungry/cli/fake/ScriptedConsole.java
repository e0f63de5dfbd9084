package justhungry.cli.fake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import justhungry.cli.console.Console;
import justhungry.cli.console.InputEndedException;
import justhungry.cli.console.InputInterruptedException;
import justhungry.cli.console.TextStyle;

/** A console with a scripted person, who types the given lines and nothing after them. */
public final class ScriptedConsole implements Console {
    /** Ctrl-C in a script. */
    public static final String CTRL_C = "^C";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> transcript = new ArrayList<>();
    private final int columns;

    public ScriptedConsole(int columns) {
        this.columns = columns;
    }

    public ScriptedConsole types(String... lines) {
        answers.addAll(List.of(lines));
        return this;
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
    public void print(TextStyle tone, String text) {
        add(text);
    }

    @Override
    public int columns() {
        return columns;
    }

    @Override
    public void close() {}

    private synchronized void add(String line) {
        transcript.add(line);
    }
}
