package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    @Test
    void atTheLimit_theAnswerThatWasNotUsedForLongestIsForgotten() {
        var cache = new AnswerCache(2);
        cache.put("A11AA", true);
        cache.put("B11AA", false);
        cache.get("A11AA");

        cache.put("C11AA", true);

        assertThat(cache.get("A11AA")).contains(true);
        assertThat(cache.get("B11AA")).isEmpty();
        assertThat(cache.get("C11AA")).contains(true);
    }
}
