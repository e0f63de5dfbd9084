package justhungry.cli.console;

import java.util.List;

/** Says lines to a person, and reads theirs. */
public interface Console extends AutoCloseable {
    /**
     * Shows the prompt and reads a line.
     *
     * @param completions what may be completed, where the console can do that
     * @throws InputEndedException when there is no line any more: the pipe's end, or Ctrl-D
     * @throws InputInterruptedException on Ctrl-C
     */
    String read(String prompt, List<String> completions);

    /** Says a text, which is broken between words where the terminal's line ends. Any thread may call it. */
    void say(Tone tone, String text);

    default void say(String text) {
        say(Tone.PLAIN, text);
    }

    /** The columns of a line. */
    int columns();

    @Override
    void close();
}
