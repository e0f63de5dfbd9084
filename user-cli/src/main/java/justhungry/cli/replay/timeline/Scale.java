package justhungry.cli.replay.timeline;

import java.util.ArrayList;
import java.util.List;

/** Where values lie on an axis. */
interface Scale {
    /** The pixel of a value. */
    double at(double value);

    /** The values that the axis names. */
    List<Double> ticks();

    /** Equal distances for equal differences, from 0 to {@code most}. */
    static Scale linear(double most, double from, double to) {
        double step = roundStep(most);
        return new Scale() {
            @Override
            public double at(double value) {
                return from + (to - from) * value / most;
            }

            @Override
            public List<Double> ticks() {
                var ticks = new ArrayList<Double>();
                for (int i = 0; i * step <= most; i++) {
                    ticks.add(i * step);
                }
                return ticks;
            }
        };
    }

    /** Equal distances for equal ratios, between two powers of ten. */
    static Scale logarithmic(double least, double most, double from, double to) {
        int lowest = (int) Math.floor(Math.log10(least));
        int highest = Math.max(lowest + 1, (int) Math.ceil(Math.log10(most)));
        return new Scale() {
            @Override
            public double at(double value) {
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

    /** 1, 2 or 5 times a power of ten, such that there are about five to eight steps. */
    private static double roundStep(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / 5)));
        double times = most / 5 / power;
        return power * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
    }
}
