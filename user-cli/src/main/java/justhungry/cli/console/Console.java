package justhungry.cli.console;

import java.util.List;

/** The console of a conversation: it prints lines to a person and reads theirs. */
public interface Console extends AutoCloseable {
    /** The width of a line where no terminal says it. */
    int DEFAULT_COLUMNS = 80;

    /**
     * Shows the prompt and reads a line.
     *
     * @param completions words that can be completed, on a console that supports it
     * @throws InputEndedException when there is no further line: the end of the pipe, or Ctrl-D
     * @throws InputInterruptedException on Ctrl-C
     */
    String read(String prompt, List<String> completions);

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
