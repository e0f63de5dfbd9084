package justhungry.cli.terminal;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import justhungry.cli.console.Console;
import justhungry.cli.console.Tone;
import justhungry.cli.text.Sentence;

/** Asks until an answer can be used. The answer {@code back} leads to the menu, at every question. */
final class Ask {
    private static final String BACK = "back";

    private final Console console;

    Ask(Console console) {
        this.console = console;
    }

    /** Reads an answer, or says in an {@link IllegalArgumentException} what is wrong with it. */
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
                console.say(Tone.BAD, Sentence.of(Objects.requireNonNullElse(e.getMessage(), "that cannot be used")));
            }
        }
    }

    /** A question that Enter alone does not answer. */
    boolean yesOrNo(String question) {
        return until(question + " (y/n) ", Ask::yesOrNoAnswer);
    }

    /** A question whose answer is yes when nothing is typed. Never for what sends an order. */
    boolean yesUnlessNo(String question) {
        return until(question + " (Y/n) ", answer -> answer.isEmpty() || yesOrNoAnswer(answer));
    }

    /** A question whose answer is no when nothing is typed. */
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
