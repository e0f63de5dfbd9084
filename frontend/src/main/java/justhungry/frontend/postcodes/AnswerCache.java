package justhungry.frontend.postcodes;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The service's answers by normalised postcode; at the limit the least recently used one is forgotten. Postcodes are
 * opened and closed: an answer is fresh for an hour, and after that only better than none.
 */
final class AnswerCache {
    static final Duration MAX_AGE = Duration.ofHours(1);

    private final Map<String, DatedAnswer> answers;

    AnswerCache(int max) {
        answers = Collections.synchronizedMap(new Bounded(max));
    }

    /** The answer, however old. */
    Optional<ServiceAnswer> latest(String postcode) {
        return Optional.ofNullable(answers.get(postcode)).map(DatedAnswer::answer);
    }

    Optional<ServiceAnswer> fresh(String postcode, Instant now) {
        return Optional.ofNullable(answers.get(postcode))
                .filter(dated -> now.isBefore(dated.since().plus(MAX_AGE)))
                .map(DatedAnswer::answer);
    }

    void put(String postcode, ServiceAnswer answer, Instant now) {
        answers.put(postcode, new DatedAnswer(answer, now));
    }

    /** An answer with the time at which it came. */
    private record DatedAnswer(ServiceAnswer answer, Instant since) {}

    private static final class Bounded extends LinkedHashMap<String, DatedAnswer> {
        private static final long serialVersionUID = 1;

        private final int max;

        Bounded(int max) {
            super(16, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, DatedAnswer> eldest) {
            return size() > max;
        }
    }
}
