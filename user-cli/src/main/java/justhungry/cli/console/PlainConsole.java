package justhungry.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.jline.utils.Signals;

/**
 * A console of plain lines: no colours, no completion, no escape sequences. Its input is UTF-8 whatever the locale is; one
 * that is not ends the program before a character is lost.
 */
public final class PlainConsole implements Console {
    /** The one that shows what is typed. */
    public enum Echo {
        /** A terminal shows the answer beside the prompt. */
        BY_TERMINAL,
        /** The input is no terminal: the console writes the answer beside the prompt, so that a transcript can be read. */
        BY_CONSOLE
    }

    private final LineInput input;
    private final PrintStream out;
    private final Echo echo;
    private final Deque<String> kept = new ArrayDeque<>();

    public PlainConsole(InputStream in, PrintStream out, Echo echo) {
        this.input = new LineInput(in);
        this.out = out;
        this.echo = echo;
    }

    @Override
    public String read(String prompt, List<String> completions) {
        out.print(prompt);
        requireWritten();
        boolean isKept = !kept.isEmpty();
        var line = isKept ? kept.remove() : nextLine();
        if (isKept || echo == Echo.BY_CONSOLE) {
            out.println(withoutControls(line));
        }
        return line;
    }

    private String nextLine() {
        try {
            return input.take();
        } catch (InputEndedException | InputInterruptedException e) {
            out.println();
            throw e;
        }
    }

    @Override
    public Optional<String> readUntil(CompletableFuture<?> end, Predicate<String> isWanted) {
        boolean reads = true;
        while (!isDone(end, reads)) {
            if (reads && input.next().isCompletedExceptionally()) {
                reads = false; // The next question will tell what is wrong with the line.
                continue;
            }
            try {
                var line = input.take();
                if (isWanted.test(line)) {
                    printEcho(line);
                    return Optional.of(line);
                }
                kept.add(line);
                reads = echo == Echo.BY_TERMINAL;
            } catch (InputEndedException e) {
                reads = false;
            }
        }
        return Optional.empty();
    }

    private void printEcho(String line) {
        if (echo == Echo.BY_CONSOLE) {
            print(TextStyle.FAINT, WAITING_PROMPT + line);
        }
    }

    /** Waits for the end, or a line, if lines are still read; returns whether it was the end. */
    private boolean isDone(CompletableFuture<?> end, boolean reads) {
        try {
            var either = reads ? CompletableFuture.anyOf(end, input.next()) : end;
            var unused = either.get();
        } catch (ExecutionException e) {
            // Who waits for the end, or takes the line, will see it.
        } catch (InterruptedException e) {
            throw new InputInterruptedException();
        }
        return end.isDone();
    }

    @Override
    public void dropTypedAhead() {
        if (echo == Echo.BY_TERMINAL) {
            kept.clear();
            StandardStreams.discardInput();
        }
    }

    /** On a pipe, Ctrl-C still ends the process: nobody could say more. */
    @Override
    public void interruptOnCtrlC(Thread worker) {
        if (echo == Echo.BY_TERMINAL) {
            Signals.register("INT", worker::interrupt);
        }
    }

    @Override
    public void print(TextStyle tone, String text) {
        out.println(withoutControls(text));
        out.flush();
    }

    @Override
    public int columns() {
        return DEFAULT_COLUMNS;
    }

    /** What was lost of stdout, the program tells at its end; a lost message of stderr has changed nothing. */
    @Override
    public void close() {
        out.flush();
    }

    /** A question that nobody can see gets no answer. */
    private void requireWritten() {
        if (out.checkError()) {
            throw new UncheckedIOException(
                    "the output cannot be written",
                    new IOException("the disk may be full, or the program that reads it may have ended"));
        }
    }

    private static String withoutControls(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
