package justhungry.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusLookTest {
    private static final ClusterStatus NO_ORDERS =
            new ClusterStatus("127.0.0.1:1", ProcessReachability.SILENT, Optional.empty(), List.of(), List.of());

    /** What each look was told to be the time left. */
    private final List<Duration> looks = new ArrayList<>();

    private final StatusLook<RuntimeException> look = left -> {
        looks.add(left);
        return NO_ORDERS;
    };

    @Test
    void noLookBeginsWhenTheTimeIsOver_alsoAfterAPause() throws InterruptedException {
        var shorterThanThePause = StatusLook.POLL_INTERVAL.dividedBy(2);

        assertThat(look.awaitService(shorterThanThePause)).isEqualTo(NO_ORDERS);

        assertThat(looks).first().isEqualTo(shorterThanThePause);
        assertThat(looks).allMatch(left -> left.compareTo(Duration.ZERO) > 0, "time is left");
    }

    @Test
    void withoutAnyTimeThereIsOneLook() throws InterruptedException {
        assertThat(look.awaitService(Duration.ZERO)).isEqualTo(NO_ORDERS);

        assertThat(looks).containsExactly(Duration.ZERO);
    }

    @Test
    void untilTheTimeIsOverItLooksAgain() throws InterruptedException {
        StatusLook<RuntimeException> tenth = left -> {
            look.within(left);
            if (looks.size() == 10) {
                throw new IllegalStateException("the tenth look");
            }
            return NO_ORDERS;
        };

        assertThat(catchThrowable(() -> tenth.awaitService(Duration.ofMinutes(10))))
                .hasMessage("the tenth look");
        assertThat(looks).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
