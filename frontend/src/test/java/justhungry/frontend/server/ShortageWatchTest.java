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
import justhungry.frontend.failover.Shortage;
import justhungry.frontend.forwarding.PrimaryRoute;
import justhungry.frontend.forwarding.Route;
import justhungry.frontend.forwarding.Stubs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The time at which a front end gives up that was told to exit when short: neither too early nor never. */
class ShortageWatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant START = Instant.EPOCH;
    private static final int ENOUGH = 2;
    private static final Member SERVER1 = new Member("server1", new UUID(0, 1));
    private static final View VIEW = new View(1, SERVER1, List.of(SERVER1));
    private static final Route SEARCHING = new Route.Searching(VIEW);
    private static final Route CLOSED =
            new Route.Closed(VIEW, new Reply.NotExecuted(Reply.Cause.TOO_FEW_BACK_ENDS, "1 back end is usable"));

    private final List<String> gaveUp = new ArrayList<>();
    private final ShortageWatch watch = new ShortageWatch(new Shortage(Duration.ofHours(1), PATIENCE), gaveUp::add);

    @BeforeEach
    void thereWasService() throws IOException {
        watch.look(open(), ENOUGH, START);
    }

    @Test
    void whenNobodyCanBePrimary_thenItGivesUpWhenItsPatienceEnds_andNotBefore() {
        watch.look(CLOSED, ENOUGH, START);
        watch.look(CLOSED, ENOUGH, START.plus(PATIENCE).minusMillis(1));
        assertThat(gaveUp).isEmpty();

        watch.look(CLOSED, ENOUGH, START.plus(PATIENCE));
        assertThat(gaveUp).hasSize(1).first().asString().contains("fewer than 2 back ends");
    }

    @Test
    void whileAPrimaryIsLookedFor_thenItDoesNotGiveUp() {
        watch.look(SEARCHING, ENOUGH, START);
        watch.look(SEARCHING, ENOUGH, START.plus(PATIENCE.multipliedBy(2)));

        assertThat(gaveUp).isEmpty();
    }

    @Test
    void whenTheDirectoryListsTooFew_thenItGivesUpThoughThePrimaryIsThere() throws IOException {
        watch.look(open(), 1, START);
        watch.look(open(), 1, START.plus(PATIENCE));

        assertThat(gaveUp).hasSize(1);
    }

    @Test
    void whenThereIsServiceInBetween_thenItsPatienceBeginsAnew() throws IOException {
        watch.look(CLOSED, ENOUGH, START);
        watch.look(open(), ENOUGH, START.plusSeconds(9));
        watch.look(CLOSED, ENOUGH, START.plusSeconds(10));
        watch.look(CLOSED, ENOUGH, START.plusSeconds(19));

        assertThat(gaveUp).isEmpty();
    }

    private static Route open() throws IOException {
        var registration = new BackendRegistration(
                SERVER1,
                new UUID(1, 1),
                BackendRegistration.NO_CLUSTER,
                new MarshalledObject<>(null),
                new MarshalledObject<>(null),
                new MarshalledObject<>(null));
        return new PrimaryRoute(VIEW, registration, new Stubs(), trouble -> {});
    }
}
