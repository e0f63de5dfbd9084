package justhungry.replay.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartAxisTest {
    @Test
    void equalDifferencesHaveEqualDistances() {
        var scale = ChartAxis.linear(50, 100, 200);

        assertThat(scale.pixel(0)).isEqualTo(100);
        assertThat(scale.pixel(25)).isEqualTo(150);
        assertThat(scale.pixel(50)).isEqualTo(200);
        assertThat(scale.ticks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.7, 1, 1.05, 3, 9.99, 12, 60, 101, 4_999, 36_000, 1e6})
    void anAxisNamesAFewRoundValues(double max) {
        var ticks = ChartAxis.linear(max, 0, 1).ticks();

        assertThat(ticks).hasSizeBetween(4, 11).startsWith(0.0).isSorted();
        assertThat(ticks.get(ticks.size() - 1)).isLessThanOrEqualTo(max);
    }

    @Test
    void equalRatiosHaveEqualDistances() {
        var scale = ChartAxis.logarithmic(0.5, 900, 400, 0);

        assertThat(scale.ticks()).containsExactly(0.1, 1.0, 10.0, 100.0, 1000.0);
        assertThat(scale.pixel(1)).isCloseTo(300, within(1e-9));
        assertThat(scale.pixel(10)).isCloseTo(200, within(1e-9));
    }

    @Test
    void valuesOutsideALogarithmicAxisAreAtItsEnds() {
        var scale = ChartAxis.logarithmic(1, 1, 400, 0);

        assertThat(scale.ticks()).containsExactly(1.0, 10.0);
        assertThat(scale.pixel(0)).isEqualTo(400);
        assertThat(scale.pixel(1e9)).isZero();
    }
}
