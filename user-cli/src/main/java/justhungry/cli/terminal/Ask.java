package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.platform.text.Sentence;

/** A prompt that repeats its question until the answer is valid. The answer {@code back} always leads to the menu. */
final class Ask {
    private static final String BACK = "back";

    private final Console console;

    Ask(Console console) {
        this.console = console;
    }

    /** A parser of answers. It rejects one with an {@link IllegalArgumentException}, whose message is for the person. */
    @FunctionalInterface
    interface Reading<T> {
        T of(String answer);
    }

    <T> T until(String prompt, Reading<T> reading) {
        return until(prompt, List.of(), reading);
    }

    <T> T until(String prompt, List<String> completions, Reading<T> reading) {
        while (true) {
            var answer = console.read(prompt, completions).strip();
            if (answer.equals(BACK)) {
                throw new BackException();
            }
            try {
                return reading.of(answer);
            } catch (IllegalArgumentException e) {
                console.say(
                        Tone.BAD,
                        Sentence.of(Objects.requireNonNullElse(e.getMessage(), "this is not a valid answer")));
            }
        }
    }

    /** A question without a default: Enter alone is no answer. */
    boolean yesOrNo(String question) {
        return until(question + " (y/n) ", Ask::yesOrNoAnswer);
    }

    /** A question whose default is yes. Never for sending an order. */
    boolean yesUnlessNo(String question) {
        return until(question + " (Y/n) ", answer -> answer.isEmpty() || yesOrNoAnswer(answer));
    }

    /** A question whose default is no. */
    boolean noUnlessYes(String question) {
        return until(question + " (y/N) ", answer -> !answer.isEmpty() && yesOrNoAnswer(answer));
    }

    private static boolean yesOrNoAnswer(String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "y", "yes" -> true;
            case "n", "no" -> false;
            default -> throw new IllegalArgumentException("please answer y or n");
        };
    }
}
