package justhungry.replay.timeline;

import java.util.ArrayList;
import java.util.List;

/** An axis of the chart, which maps values to pixels. */
interface ChartAxis {
    /** The pixel of a value. */
    double pixel(double value);

    /** The values that are labelled on the axis. */
    List<Double> ticks();

    /** A linear axis from 0 to {@code max}. */
    static ChartAxis linear(double max, double from, double to) {
        double step = roundStep(max);
        return new ChartAxis() {
            @Override
            public double pixel(double value) {
                return from + (to - from) * value / max;
            }

            @Override
            public List<Double> ticks() {
                var ticks = new ArrayList<Double>();
                for (int i = 0; i * step <= max; i++) {
                    ticks.add(i * step);
                }
                return ticks;
            }
        };
    }

    /** A logarithmic axis between two powers of ten. */
    static ChartAxis logarithmic(double min, double max, double from, double to) {
        int lowest = (int) Math.floor(Math.log10(min));
        int highest = Math.max(lowest + 1, (int) Math.ceil(Math.log10(max)));
        return new ChartAxis() {
            @Override
            public double pixel(double value) {
                double within = Math.max(lowest, Math.min(highest, Math.log10(value)));
                return from + (to - from) * (within - lowest) / (highest - lowest);
            }

            @Override
            public List<Double> ticks() {
                var ticks = new ArrayList<Double>();
                for (int power = lowest; power <= highest; power++) {
                    ticks.add(Math.pow(10, power));
                }
                return ticks;
            }
        };
    }

    /** A step of 1, 2 or 5 times a power of ten, for about five to eight steps. */
    private static double roundStep(double max) {
        double power = Math.pow(10, Math.floor(Math.log10(max / 5)));
        double times = max / 5 / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }
}
