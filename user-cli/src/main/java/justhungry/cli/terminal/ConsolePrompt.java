package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import justhungry.cli.console.Console;
import justhungry.cli.console.TextStyle;
import justhungry.platform.text.SentenceFormat;

/** A prompt that repeats its question until the answer is valid. The answer {@code back} always leads to the menu. */
final class ConsolePrompt {
    private static final String BACK = "back";

    private final Console console;

    ConsolePrompt(Console console) {
        this.console = console;
    }

    /** A parser of answers. It rejects one with an {@link IllegalArgumentException}, whose message is for the person. */
    @FunctionalInterface
    interface InputParser<T> {
        T of(String answer);
    }

    <T> T read(String prompt, InputParser<T> reading) {
        return read(prompt, List.of(), reading);
    }

    <T> T read(String prompt, List<String> completions, InputParser<T> reading) {
        while (true) {
            var answer = console.read(prompt, completions).strip();
            if (answer.equals(BACK)) {
                throw new BackException();
            }
            try {
                return reading.of(answer);
            } catch (IllegalArgumentException e) {
                console.print(
                        TextStyle.BAD,
                        SentenceFormat.of(Objects.requireNonNullElse(e.getMessage(), "this is not a valid answer")));
            }
        }
    }

    /** A question without a default: Enter alone is no answer. */
    boolean yesOrNo(String question) {
        return read(question + " (y/n) ", ConsolePrompt::yesOrNoAnswer);
    }

    /** A question whose default is yes. Never for sending an order. */
    boolean yesUnlessNo(String question) {
        return read(question + " (Y/n) ", answer -> answer.isEmpty() || yesOrNoAnswer(answer));
    }

    /** A question whose default is no. */
    boolean noUnlessYes(String question) {
        return read(question + " (y/N) ", answer -> !answer.isEmpty() && yesOrNoAnswer(answer));
    }

    private static boolean yesOrNoAnswer(String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> true;
            case "n", "no" -> false;
            default -> throw new IllegalArgumentException("please answer y or n");
        };
    }
}
