package justhungry.replay.timeline;

import static justhungry.replay.run.RunEvents.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import justhungry.replay.timeline.TimeBuckets.Bucket;
import org.junit.jupiter.api.Test;

class TimeBucketsTest {
    private final TimeBuckets buckets = new TimeBuckets();

    @Test
    void anAnswerCountsAtItsTime() {
        buckets.add(nanos(10), 5);
        buckets.add(nanos(49), 7);
        buckets.add(nanos(50), 9);
        buckets.add(nanos(170), 11);

        assertThat(buckets.all()).extracting(Bucket::answers).containsExactly(2L, 1L, 0L, 1L);
        assertThat(buckets.all()).extracting(Bucket::max).containsExactly(7L, 9L, 0L, 11L);
    }

    @Test
    void anAnswerWhoseBucketIsClosedCountsForTheOpenOne() {
        buckets.add(nanos(120), 5);
        buckets.add(nanos(10), 7);

        assertThat(buckets.all()).extracting(Bucket::answers).containsExactly(0L, 0L, 2L);
    }

    @Test
    void howeverLongARunIs_theBucketsStayFew_andNoAnswerIsLost() {
        long second = nanos(1000);
        LongStream.range(0, 100_000).forEach(at -> buckets.add(at * second, at));

        assertThat(buckets.all().stream().mapToLong(Bucket::answers).sum()).isEqualTo(100_000);
        assertThat(buckets.all()).hasSizeBetween(120, 240);
        assertThat(buckets.all().size() * buckets.width()).isGreaterThanOrEqualTo(99_999 * second);
        assertThat(buckets.all().stream().mapToLong(Bucket::max).max().orElse(0))
                .isBetween(99_999L, 101_000L);
    }

    @Test
    void afterADayOfSilenceTheBucketsAreWide_andTheFirstAnswerIsStillThere() {
        buckets.add(0, 5);
        buckets.add(Duration.ofDays(1).toNanos(), 7);

        assertThat(buckets.all()).hasSizeBetween(120, 240);
        assertThat(buckets.all().get(0).answers()).isEqualTo(1);
        assertThat(buckets.all().get(buckets.all().size() - 1).answers()).isEqualTo(1);
    }

    @Test
    void withoutAnswersThereIsOneEmptyBucket() {
        assertThat(buckets.all()).containsExactly(new Bucket(0, 0, 0, 0));
    }
}
