package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    private static final Instant NOW = Instant.EPOCH;

    @Test
    void atTheLimit_theAnswerThatWasNotUsedForLongestIsForgotten() {
        var cache = new AnswerCache(2);
        cache.put("A11AA", ServiceAnswer.EXISTS, NOW);
        cache.put("B11AA", ServiceAnswer.UNKNOWN, NOW);
        cache.latest("A11AA");

        cache.put("C11AA", ServiceAnswer.EXISTS, NOW);

        assertThat(cache.latest("A11AA")).contains(ServiceAnswer.EXISTS);
        assertThat(cache.latest("B11AA")).isEmpty();
        assertThat(cache.latest("C11AA")).contains(ServiceAnswer.EXISTS);
    }

    @Test
    void anOldAnswerIsNoLongerFresh_butKnown() {
        var cache = new AnswerCache(2);
        cache.put("A11AA", ServiceAnswer.UNKNOWN, NOW);
        var end = NOW.plus(AnswerCache.MAX_AGE);

        assertThat(cache.fresh("A11AA", end.minusMillis(1))).contains(ServiceAnswer.UNKNOWN);
        assertThat(cache.fresh("A11AA", end)).isEmpty();
        assertThat(cache.latest("A11AA")).contains(ServiceAnswer.UNKNOWN);
    }
}
