package justhungry.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioIntervalTest {
    @Test
    void theMedianOfTheRoundsIsToldWithTheSmallestAndTheLargest() {
        assertThat(RatioInterval.of(List.of(0.7, 0.5, 0.6)).text()).isEqualTo("**0.60** [0.50-0.70]");
    }

    @Test
    void whereTheRoundsDifferByMoreThanAHalf_noRatioIsTold() {
        var unsteady = RatioInterval.of(List.of(0.4, 0.61, 0.5));
        assertThat(unsteady.isTold()).isFalse();
        assertThat(unsteady.text()).isEqualTo("none: the rounds differ [0.40-0.61]");
    }

    @Test
    void aDifferenceOfAHalfIsStillTold() {
        assertThat(RatioInterval.of(List.of(0.5, 0.75)).isTold()).isTrue();
    }
}
