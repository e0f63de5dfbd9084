package justhungry.cli.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The console of a conversation: it prints lines to a person and reads theirs. */
public interface Console extends AutoCloseable {
    /** The width of a line where no terminal says it. */
    int DEFAULT_COLUMNS = 80;

    /** The prompt while something else is waited for. */
    String WAITING_PROMPT = "(waiting) ";

    /**
     * Shows the prompt and reads a line.
     *
     * @param completions words that can be completed, on a console that supports it
     * @throws InputEndedException when there is no further line: the end of the pipe, or Ctrl-D
     * @throws InputInterruptedException on Ctrl-C
     */
    String read(String prompt, List<String> completions);

    /** As {@link #read}, for a command: where lines can be edited, the arrow keys recall the commands before it. */
    default String readCommand(String prompt, List<String> completions) {
        return read(prompt, completions);
    }

    /**
     * Reads lines while the end of something else is waited for. A line that is not wanted is kept, as an answer to the next
     * question; when the lines are those of a pipe, which come in the order of the questions, no further one is read then.
     *
     * @return the first wanted line; empty when the end has come
     * @throws InputInterruptedException on Ctrl-C
     */
    Optional<String> readUntil(CompletableFuture<?> end, Predicate<String> isWanted);

    /** Drops what a person has typed and nobody has read: no later question takes it, and no shell. A pipe is left alone. */
    void dropTypedAhead();

    /** From now on, Ctrl-C where nothing is read interrupts this thread; until then, it ends the process. */
    void interruptOnCtrlC(Thread worker);

    /** Prints a text, wrapped between words at the terminal's width. Any thread may call it. */
    void print(TextStyle tone, String text);

    default void print(String text) {
        print(TextStyle.PLAIN, text);
    }

    /** The width of a line, in columns. */
    int columns();

    @Override
    void close();
}
