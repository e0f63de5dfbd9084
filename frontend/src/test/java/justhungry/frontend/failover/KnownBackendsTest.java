package justhungry.frontend.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.rmi.MarshalledObject;
import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The back ends that can be reached when the directory has forgotten or replaced some. */
class KnownBackendsTest {
    private static final Member SERVER1 = new Member("server1", new UUID(0, 1));
    private static final Member SERVER2 = new Member("server2", new UUID(0, 2));
    private static final Member SERVER3 = new Member("server3", new UUID(0, 3));
    private static final View VIEW = new View(1, SERVER1, List.of(SERVER1, SERVER2));

    private final KnownBackends backends = new KnownBackends();

    @BeforeEach
    void allThreeAreListed() throws IOException {
        backends.update(listing(SERVER1, SERVER2, SERVER3), VIEW);
    }

    @Test
    void whenTheDirectoryForgetsEverybody_thenTheInSyncMembersAreStillKnown_andNobodyElse() throws IOException {
        backends.update(listing(), VIEW);

        assertThat(backends.all()).extracting(BackendRegistration::member).containsExactly(SERVER1, SERVER2);
    }

    @Test
    void whenTheDirectoryForgetsEverybody_thenNobodyCountsAsListed() throws IOException {
        assertThat(backends.listed()).isEqualTo(3);

        backends.update(listing(), VIEW);

        assertThat(backends.listed()).isZero();
    }

    @Test
    void whenABackEndCameBackAsANewIncarnation_thenItIsNotTakenForTheMemberOfItsName() throws IOException {
        var newcomer = new Member("server2", new UUID(0, 22));

        backends.update(listing(SERVER1, newcomer), VIEW);

        assertThat(backends.registrationOf(SERVER2)).isEmpty();
        assertThat(backends.registrationOf(newcomer)).isPresent();
        assertThat(backends.isReplaced(SERVER2)).isTrue();
        assertThat(backends.isReplaced(SERVER1)).isFalse();
        assertThat(backends.isReplaced(SERVER3)).as("it is only not listed").isFalse();
    }

    private static DirectoryListing listing(Member... members) throws IOException {
        var registered = new BackendRegistration[members.length];
        for (int i = 0; i < members.length; i++) {
            registered[i] = new BackendRegistration(
                    members[i],
                    UUID.randomUUID(),
                    BackendRegistration.NO_CLUSTER,
                    DataAge.NEW,
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null));
        }
        return new DirectoryListing(new UUID(7, 7), VIEW, List.of(registered), List.of());
    }
}
