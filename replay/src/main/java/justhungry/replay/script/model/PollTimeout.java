package justhungry.replay.script.model;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The time for which a read is repeated until its response is as expected.
 *
 * @param duration 1 ms to 1 hour, in whole milliseconds
 */
public record PollTimeout(Duration duration) {
    private static final Duration MAX = Duration.ofHours(1);
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,6})(ms|s|min)");

    public PollTimeout {
        if (duration.compareTo(Duration.ofMillis(1)) < 0
                || duration.compareTo(MAX) > 0
                || !duration.equals(Duration.ofMillis(duration.toMillis()))) {
            throw new IllegalArgumentException("within must be from 1ms to 60min");
        }
    }

    /**
     * Parses {@code 500ms}, {@code 5s} or {@code 1min}.
     *
     * @throws IllegalArgumentException when the text is not such a time; its message gives the form
     */
    public static PollTimeout parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "not a time: '%s'; write it like 500ms, 5s or 1min, up to 60min".formatted(text));
        }
        long number = Long.parseLong(form.group(1));
        return new PollTimeout(
                switch (form.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    default -> Duration.ofMinutes(number);
                });
    }

    @Override
    public String toString() {
        boolean seconds = duration.equals(Duration.ofSeconds(duration.toSeconds()));
        return seconds ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
