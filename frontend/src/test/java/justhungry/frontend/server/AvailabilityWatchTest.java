package justhungry.frontend.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.frontend.failover.AvailabilityTimer;
import justhungry.frontend.forwarding.PrimaryRoute;
import justhungry.frontend.forwarding.RequestRoute;
import justhungry.frontend.forwarding.StubCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time at which a front end gives up that was told to exit when short: neither too early nor never. */
class AvailabilityWatchTest {
    private static final Duration SHORTAGE_TIMEOUT = Duration.ofSeconds(10);
    private static final Instant START = Instant.EPOCH;
    private static final int ENOUGH = 2;
    private static final Member SERVER1 = new Member("server1", new UUID(0, 1));
    private static final View VIEW = new View(1, SERVER1, List.of(SERVER1));
    private static final RequestRoute SEARCHING = new RequestRoute.Searching(VIEW);
    private static final RequestRoute CLOSED =
            new RequestRoute.Closed(VIEW, new Reply.NotExecuted(Reply.Cause.TOO_FEW_BACK_ENDS, "1 back end is usable"));

    private final List<String> abandoned = new ArrayList<>();
    private final AvailabilityWatch watch =
            new AvailabilityWatch(new AvailabilityTimer(Duration.ofHours(1), SHORTAGE_TIMEOUT), abandoned::add);

    @BeforeEach
    void thereWasService() throws IOException {
        watch.check(open(), ENOUGH, START);
    }

    @Test
    void whenNobodyCanBePrimary_thenItGivesUpWhenItsPatienceEnds_andNotBefore() {
        watch.check(CLOSED, ENOUGH, START);
        watch.check(CLOSED, ENOUGH, START.plus(SHORTAGE_TIMEOUT).minusMillis(1));
        assertThat(abandoned).isEmpty();

        watch.check(CLOSED, ENOUGH, START.plus(SHORTAGE_TIMEOUT));
        assertThat(abandoned).hasSize(1).first().asString().contains("fewer than 2 back ends");
    }

    @Test
    void whileAPrimaryIsLookedFor_thenItDoesNotGiveUp() {
        watch.check(SEARCHING, ENOUGH, START);
        watch.check(SEARCHING, ENOUGH, START.plus(SHORTAGE_TIMEOUT.multipliedBy(2)));

        assertThat(abandoned).isEmpty();
    }

    @Test
    void whenTheDirectoryListsTooFew_thenItGivesUpThoughThePrimaryIsThere() throws IOException {
        watch.check(open(), 1, START);
        watch.check(open(), 1, START.plus(SHORTAGE_TIMEOUT));

        assertThat(abandoned).hasSize(1);
    }

    @Test
    void whenThereIsServiceInBetween_thenItsPatienceBeginsAnew() throws IOException {
        watch.check(CLOSED, ENOUGH, START);
        watch.check(open(), ENOUGH, START.plusSeconds(9));
        watch.check(CLOSED, ENOUGH, START.plusSeconds(10));
        watch.check(CLOSED, ENOUGH, START.plusSeconds(19));

        assertThat(abandoned).isEmpty();
    }

    private static RequestRoute open() throws IOException {
        var registration = new BackendRegistration(
                SERVER1,
                new UUID(1, 1),
                BackendRegistration.NO_CLUSTER,
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null));
        return new PrimaryRoute(VIEW, registration, new StubCache(), trouble -> {});
    }
}
