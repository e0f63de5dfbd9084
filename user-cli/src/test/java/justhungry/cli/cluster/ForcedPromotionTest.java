package justhungry.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.replication.BackendStatus;
import org.junit.jupiter.api.Test;

class ForcedPromotionTest {
    private static final Member ONE = new Member("server1", UUID.randomUUID());
    private static final Member TWO = new Member("server2", UUID.randomUUID());
    private static final Member THREE = new Member("server3", UUID.randomUUID());
    private static final View VIEW = new View(7, ONE, List.of(ONE, TWO));

    @Test
    void whenAMemberOfTheInSyncSetAnswers_thenNobodyIsForced() {
        var forced =
                new ForcedPromotion(VIEW, status(THREE, 90, 90), List.of(status(THREE, 90, 90), status(TWO, 9, 9)));

        assertThatThrownBy(forced::requireNeeded).hasMessageContaining("server2 answers");
    }

    @Test
    void whenNoneAnswers_thenTheChosenOneBecomesPrimaryOfTheNextEpoch_alone() {
        var forced = new ForcedPromotion(VIEW, status(THREE, 90, 90), List.of(status(THREE, 90, 90)));

        assertThatCode(forced::requireNeeded).doesNotThrowAnyException();
        assertThat(forced.nextView()).isEqualTo(new View(8, THREE, List.of(THREE)));
    }

    @Test
    void theWarningNamesWhatIsKnownToBeLost_andWhoMayKnowMore() {
        var chosen = status(THREE, 90, 80);
        var better = status(new Member("server4", UUID.randomUUID()), 100, 97);

        assertThat(new ForcedPromotion(VIEW, chosen, List.of(chosen, better)).warning())
                .endsWith("server3 holds the entries up to 90. Entries 91 to 97, which were acknowledged, WILL BE LOST,"
                        + " and so will anything acknowledged after entry 97.")
                .contains("hold every order, and none of them answers: server1, server2.");
        assertThat(new ForcedPromotion(VIEW, chosen, List.of(chosen)).warning())
                .endsWith(
                        "Anything acknowledged after entry 90 WILL BE LOST; no back end that answers knows of such an entry.");
    }

    private static BackendStatus status(Member member, long lastIndex, long committedIndex) {
        return new BackendStatus(
                member, BackendStatus.BackendRole.REPLICA, 7, lastIndex, 7, committedIndex, committedIndex, VIEW, 5);
    }
}
