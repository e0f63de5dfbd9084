package justhungry.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.rmi.MarshalledObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.directory.DataAge;
import justhungry.api.directory.DirectoryListing;
import justhungry.api.directory.Registration.BackendRegistration;
import justhungry.api.replication.BackendStatus;
import org.junit.jupiter.api.Test;

class RegisterRebuildTest {
    private static final UUID CLUSTER = UUID.randomUUID();
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());
    private static final View LAST = new View(7, ONE, List.of(ONE, TWO));

    @Test
    void whenTheRegisterHasAView_thenItIsNotRebuilt() {
        var listing = new DirectoryListing(CLUSTER, LAST, List.of(registration(ONE, CLUSTER)), List.of());
        var rebuild = new RegisterRebuild(listing, List.of(status(ONE, 7, 90, LAST)));

        assertThatThrownBy(rebuild::requireNeeded)
                .hasMessageContaining("epoch 7")
                .hasMessageContaining("not lost");
    }

    @Test
    void whenNobodyHasOrders_orTheyAreOfTwoClusters_thenItIsRefused() {
        var empty = rebuild(List.of(registration(ONE, BackendRegistration.NO_CLUSTER)), status(ONE, 0, 0, View.NONE));
        var mixed = rebuild(
                List.of(registration(ONE, CLUSTER), registration(TWO, UUID.randomUUID())),
                status(ONE, 7, 90, View.NONE),
                status(TWO, 3, 10, View.NONE));

        assertThatThrownBy(empty::requireNeeded).hasMessageContaining("start those that have the orders");
        assertThatThrownBy(mixed::requireNeeded)
                .hasMessageContaining("different clusters")
                .hasMessageContaining("server1 to " + CLUSTER);
    }

    @Test
    void whenAllWereRestarted_thenTheLongestLogLeads_inAnEpochFarAboveAllThatWereSeen() {
        var rebuild = rebuild(
                List.of(registration(ONE, CLUSTER), registration(TWO, CLUSTER), registration(THREE, CLUSTER)),
                status(ONE, 6, 99, View.NONE),
                status(TWO, 7, 90, View.NONE),
                status(THREE, 7, 91, View.NONE));

        assertThatCode(rebuild::requireNeeded).doesNotThrowAnyException();
        assertThat(rebuild.cluster()).isEqualTo(CLUSTER);
        assertThat(rebuild.nextView()).isEqualTo(new View(1_007, THREE, List.of(THREE)));
        assertThat(rebuild.warning())
                .contains("server1 up to entry 99 of epoch 6, server2 up to entry 90 of epoch 7")
                .contains("server3 becomes primary")
                .contains("Which of them were in sync is not known")
                .contains("WILL BE LOST");
    }

    @Test
    void whenTheyStillKnowTheLastView_thenAnInSyncMemberLeads_evenIfAnotherSeemsToHaveAsMuch() {
        var rebuild = rebuild(
                List.of(registration(ONE, CLUSTER), registration(TWO, CLUSTER), registration(THREE, CLUSTER)),
                status(THREE, 7, 95, LAST),
                status(TWO, 7, 91, LAST),
                status(ONE, 7, 91, LAST));

        assertThat(rebuild.nextView().primary()).contains(ONE);
        assertThat(rebuild.warning())
                .contains("(epoch 7), server1 held every order")
                .doesNotContain("WILL BE LOST");
    }

    @Test
    void whenNoneOfTheLastInSyncSetAnswers_thenTheWarningNamesThem() {
        var rebuild = rebuild(List.of(registration(THREE, CLUSTER)), status(THREE, 6, 80, LAST));

        assertThat(rebuild.nextView()).isEqualTo(new View(1_007, THREE, List.of(THREE)));
        assertThat(rebuild.warning())
                .contains("Of those that held every order (server1, server2), none answers")
                .contains("WILL BE LOST");
    }

    private static RegisterRebuild rebuild(List<BackendRegistration> registered, BackendStatus... answering) {
        return new RegisterRebuild(
                new DirectoryListing(UUID.randomUUID(), View.NONE, registered, List.of()),
                Stream.of(answering).toList());
    }

    private static BackendRegistration registration(Member member, UUID cluster) {
        try {
            return new BackendRegistration(
                    member,
                    UUID.randomUUID(),
                    cluster,
                    DataAge.NEW,
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null),
                    new MarshalledObject<>(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BackendStatus status(Member member, long epoch, long lastIndex, View view) {
        return new BackendStatus(
                member, BackendStatus.BackendRole.REPLICA, epoch, lastIndex, epoch, lastIndex, lastIndex, view, 5);
    }
}
