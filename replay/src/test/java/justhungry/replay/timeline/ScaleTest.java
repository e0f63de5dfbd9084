package justhungry.replay.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @Test
    void equalDifferencesHaveEqualDistances() {
        var scale = Scale.linear(50, 100, 200);

        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(25)).isEqualTo(150);
        assertThat(scale.at(50)).isEqualTo(200);
        assertThat(scale.ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.7, 1, 1.05, 3, 9.99, 12, 60, 101, 4_999, 36_000, 1e6})
    void anAxisNamesAFewRoundValues(double max) {
        var ticks = Scale.linear(max, 0, 1).ticks();

        assertThat(ticks).hasSizeBetween(4, 11).startsWith(0.0).isSorted();
        assertThat(ticks.get(ticks.size() - 1)).isLessThanOrEqualTo(max);
    }

    @Test
    void equalRatiosHaveEqualDistances() {
        var scale = Scale.logarithmic(0.5, 900, 400, 0);

        assertThat(scale.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
        assertThat(scale.at(1)).isCloseTo(300, within(1e-9));
        assertThat(scale.at(10)).isCloseTo(200, within(1e-9));
    }

    @Test
    void valuesOutsideALogarithmicAxisAreAtItsEnds() {
        var scale = Scale.logarithmic(1, 1, 400, 0);

        assertThat(scale.ticks()).containsExactly(1.0, 10.0);
        assertThat(scale.at(0)).isEqualTo(400);
        assertThat(scale.at(1e9)).isZero();
    }
}
