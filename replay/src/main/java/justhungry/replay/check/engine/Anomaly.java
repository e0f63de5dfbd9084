package justhungry.replay.check.engine;

import java.util.function.Supplier;

/** An error of the cluster that an operation shows. Its sentence, for people, is made only when it is an example. */
public sealed interface Anomaly {
    void countIn(AnomalyCounts counts);

    /**
     * An acknowledged update that was lost. It counts once, however many operations show it.
     *
     * @param line that of the update
     */
    record LostUpdate(int line, Supplier<String> sentence) implements Anomaly {
        @Override
        public void countIn(AnomalyCounts counts) {
            counts.missing(line, sentence);
        }
    }

    /** Something that exists, and that no operation of the history explains. It counts once, by its number. */
    record Unexplained(long number, Supplier<String> sentence) implements Anomaly {
        @Override
        public void countIn(AnomalyCounts counts) {
            counts.placedTwice(number, sentence);
        }
    }

    /** A wrong answer that counts in one figure. */
    record WrongAnswer(CheckMetric metric, Supplier<String> sentence) implements Anomaly {
        @Override
        public void countIn(AnomalyCounts counts) {
            counts.report(metric, sentence);
        }
    }
}
