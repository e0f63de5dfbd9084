package justhungry.frontend.postcodes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The service's answers by normalised postcode; at the limit the least recently used one is forgotten. */
final class AnswerCache {
    private final Map<String, Boolean> answers;

    AnswerCache(int max) {
        answers = Collections.synchronizedMap(new Bounded(max));
    }

    Optional<Boolean> get(String postcode) {
        return Optional.ofNullable(answers.get(postcode));
    }

    void put(String postcode, boolean exists) {
        answers.put(postcode, exists);
    }

    private static final class Bounded extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;

        private final int max;

        Bounded(int max) {
            super(16, 0.75f, true);
            this.max = max;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > max;
        }
    }
}
