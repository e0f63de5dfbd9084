package justhungry.replay.script.model;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The number of requests that start in a unit of time: {@code 200/s} or {@code 90/min}.
 *
 * @param count 1 to 999,999
 * @param per a second or a minute
 */
public record RequestRate(int count, Duration per) {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})/(s|min)");
    private static final int MAX_COUNT = 999_999;

    public RequestRate {
        if (count < 1 || count > MAX_COUNT || !(per.equals(SECOND) || per.equals(MINUTE))) {
            throw new IllegalArgumentException(
                    "a rate must be from 1 to %d per second or per minute".formatted(MAX_COUNT));
        }
    }

    /**
     * Parses {@code 200/s} or {@code 90/min}.
     *
     * @throws IllegalArgumentException when the text is not a rate; its message gives the form
     */
    public static RequestRate parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "not a rate: '%s'; write it like 200/s or 90/min, from 1 to %d".formatted(text, MAX_COUNT));
        }
        return new RequestRate(Integer.parseInt(form.group(1)), form.group(2).equals("s") ? SECOND : MINUTE);
    }

    /** The mean time from the start of one request to the start of the next. */
    public double meanIntervalNanos() {
        return (double) per.toNanos() / count;
    }

    @Override
    public String toString() {
        return count + (per.equals(SECOND) ? "/s" : "/min");
    }
}
