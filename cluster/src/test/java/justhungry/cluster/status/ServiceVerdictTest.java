package justhungry.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import justhungry.api.client.FrontendStatus;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import org.junit.jupiter.api.Test;

/** The first line of the status, and what it says of back ends that do not answer. */
class ServiceVerdictTest {
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());

    private final List<ClusterStatus.ProbedBackend> backends = new ArrayList<>();
    private final List<ClusterStatus.ProbedFrontend> frontends = new ArrayList<>();
    private View view = new View(4, TWO, List.of(ONE, TWO, THREE));

    @Test
    void ordersAreTakenWhenThePrimaryServes_twoAreInSync_andAFrontEndReachesIt() {
        up(ONE, BackendRole.REPLICA);
        up(TWO, BackendRole.PRIMARY);
        up(THREE, BackendRole.REPLICA);
        frontend(true);

        assertThat(verdict()).isEqualTo(new ServiceVerdict(true, "Orders are taken: server2 leads, three in sync"));
    }

    @Test
    void aDeadMemberOfASetThatCannotShrinkDoesNotCount_andIsNotSaidToHaveEveryOrder() {
        view = new View(4, TWO, List.of(ONE, TWO));
        silent(ONE, ProcessReachability.DOWN);
        up(TWO, BackendRole.PRIMARY);
        frontend(true);

        assertThat(verdict())
                .isEqualTo(new ServiceVerdict(false, "No orders are taken: only 1 back end is up, 2 are needed"));
        assertThat(StatusTable.lines(status(), 80)).anyMatch(line -> line.matches("server1 +down .* -"));
        assertThat(StatusJson.line(status())).doesNotContain("\"initialized\":true,\"role\":\"replica\"");
    }

    @Test
    void aBackEndThatStillCatchesUpDoesNotCount() {
        view = new View(4, TWO, List.of(TWO));
        up(TWO, BackendRole.PRIMARY);
        up(THREE, BackendRole.REPLICA);
        frontend(true);

        assertThat(verdict().text()).isEqualTo("No orders are taken: only 1 back end is in sync, 2 are needed");
    }

    /** As when all disks were put back from old copies: each is another incarnation, which nobody vouches for. */
    @Test
    void whenAllCameBackAsOthersThanTheRegisterKnows_thenNoneIsInSync() {
        up(new Member("server1", UUID.randomUUID()), BackendRole.REPLICA);
        up(new Member("server2", UUID.randomUUID()), BackendRole.REPLICA);
        up(new Member("server3", UUID.randomUUID()), BackendRole.REPLICA);
        frontend(false);

        assertThat(verdict())
                .isEqualTo(new ServiceVerdict(false, "No orders are taken: no back end is in sync, 2 are needed"));
    }

    @Test
    void aPrimaryThatDoesNotServeIsNamed() {
        up(ONE, BackendRole.REPLICA);
        up(THREE, BackendRole.REPLICA);
        silent(TWO, ProcessReachability.PAUSED);
        frontend(false);

        assertThat(verdict().text()).isEqualTo("No orders are taken: server2, the primary, is paused");
    }

    @Test
    void aPrimaryThatReconcilesTakesNoOrdersYet_alsoNotByTheFrontEndThatHasItsAnswers() {
        up(ONE, BackendRole.REPLICA);
        up(TWO, BackendRole.RECONCILING);
        frontend(true);

        assertThat(verdict().text()).isEqualTo("Orders are not taken yet: server2 is becoming primary");
        assertThat(StatusTable.lines(status(), 80)).anyMatch(line -> line.matches("frontend1 +up +reconciling .*"));
    }

    @Test
    void withoutAFrontEndThatReachesThePrimaryNobodyCanOrder() {
        up(ONE, BackendRole.REPLICA);
        up(TWO, BackendRole.PRIMARY);
        assertThat(verdict().text()).isEqualTo("No orders are taken: no front end answers");

        frontend(false);
        assertThat(verdict().text()).isEqualTo("No orders are taken: no front end reaches server2, the primary");
    }

    @Test
    void whoIsSilentMayBeUp() {
        up(TWO, BackendRole.PRIMARY);
        silent(ONE, ProcessReachability.SILENT);

        assertThat(verdict().text()).isEqualTo("No orders are taken: only 1 back end answers, 2 are needed");
    }

    @Test
    void beforeTheFirstViewTheBackEndsAreCounted() {
        view = View.NONE;
        up(ONE, BackendRole.REPLICA);
        assertThat(verdict().text()).isEqualTo("No orders are taken: only 1 back end is up, 2 are needed");

        up(TWO, BackendRole.REPLICA);
        assertThat(verdict().text()).isEqualTo("Orders are not taken yet: the first primary is being chosen");
    }

    @Test
    void whenNothingAnswersNothingIsClaimed() {
        var status =
                new ClusterStatus("127.0.0.1:1099", ProcessReachability.SILENT, Optional.empty(), backends, frontends);

        assertThat(status.verdict())
                .isEqualTo(
                        new ServiceVerdict(false, "Unknown whether orders are taken: the name server does not answer"));
    }

    private ServiceVerdict verdict() {
        return status().verdict();
    }

    private ClusterStatus status() {
        return new ClusterStatus("127.0.0.1:1099", ProcessReachability.UP, Optional.of(view), backends, frontends);
    }

    private void up(Member member, BackendRole role) {
        backends.add(new ClusterStatus.ProbedBackend(
                member.name(),
                ProcessReachability.UP,
                OptionalInt.of(1),
                Optional.of(new BackendStatus(member, role, 4, 7, 4, 7, 7, view, 3))));
    }

    private void silent(Member member, ProcessReachability reachability) {
        backends.add(
                new ClusterStatus.ProbedBackend(member.name(), reachability, OptionalInt.empty(), Optional.empty()));
    }

    private void frontend(boolean primaryAnswers) {
        frontends.add(new ClusterStatus.ProbedFrontend(
                "frontend1",
                ProcessReachability.UP,
                OptionalInt.of(1),
                Optional.of(new FrontendStatus("frontend1", view, "offline", primaryAnswers))));
    }
}
