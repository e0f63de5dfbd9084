package justhungry.frontend.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import justhungry.api.client.Reply;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.codec.Limits;
import justhungry.api.replication.BackendStatus;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.frontend.failover.PromotionDecision.NeedsOperator;
import justhungry.frontend.failover.PromotionDecision.NextView;
import justhungry.frontend.failover.PromotionDecision.NotYet;
import justhungry.frontend.failover.PromotionDecision.PrimaryHealthy;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PromotionTest {
    private static final Member S1 = member("server1", 1);
    private static final Member S2 = member("server2", 1);
    private static final Member S3 = member("server3", 1);
    private static final View VIEW = new View(5, S1, List.of(S1, S2, S3));

    private final Map<Member, BackendStatus> answers = new HashMap<>();

    @Nested
    class InAClusterThatWasNeverStarted {
        @Test
        void whenTwoFreshBackEndsAnswer_thenTheFirstByNameLeadsBoth() {
            answersFresh(S3);
            answersFresh(S2);

            assertThat(decide(View.NONE)).isEqualTo(new NextView(new View(1, S2, List.of(S2, S3))));
        }

        @Test
        void whenOnlyOneAnswers_thenItWaitsAndSaysHowManyAreMissing() {
            answersFresh(S1);

            assertThat(decide(View.NONE))
                    .isInstanceOfSatisfying(
                            NotYet.class,
                            wait -> assertThat(wait.reason()).startsWith("no orders right now: 1 back end is usable"));
        }

        @Test
        void whenNoneAnswers_thenItWaits() {
            assertThat(decide(View.NONE)).isInstanceOf(NotYet.class);
        }

        @ParameterizedTest
        @CsvSource({"0,1", "3,0", "3,12"})
        void whenABackEndHoldsData_thenAnOperatorMustDecide(long epoch, long lastIndex) {
            answersFresh(S1);
            answersFresh(S2);
            answers(S3, BackendRole.REPLICA, epoch, Math.min(epoch, 1), lastIndex, 0, 0);

            assertThat(decide(View.NONE))
                    .isInstanceOfSatisfying(
                            NeedsOperator.class,
                            refuse -> assertThat(refuse.reason())
                                    .contains("register is empty")
                                    .contains("server3")
                                    .contains("epoch " + epoch));
        }
    }

    @Nested
    class AfterThePrimaryHasFailed {
        @ParameterizedTest(name = "server2 at {0}/{1} applied {2}, server3 at {3}/{4} applied {5}: {6}")
        @CsvSource({
            "5,10,9, 5,11,9, server3", // the longer log
            "5,10,9, 4,99,9, server2", // a later epoch beats a higher index
            "5,10,8, 5,10,9, server3", // the same log, more of it applied
            "5,10,9, 5,10,9, server2", // all the same: the first by name
        })
        void promotesTheLongestLog(
                long epoch2, long index2, long applied2, long epoch3, long index3, long applied3, String promoted) {
            answers(S2, BackendRole.REPLICA, 5, epoch2, index2, 0, applied2);
            answers(S3, BackendRole.REPLICA, 5, epoch3, index3, 0, applied3);

            assertThat(proposed(VIEW).primary().orElseThrow().name()).isEqualTo(promoted);
        }

        @Test
        void whenTwoOfTheInSyncSetAnswer_thenTheOthersLeaveIt() {
            answersAt(S2, 10);
            answersAt(S3, 11);

            assertThat(decide(VIEW)).isEqualTo(new NextView(new View(6, S3, List.of(S2, S3))));
        }

        @Test
        void whenOneOfTheInSyncSetAnswers_thenItLeadsTheWholeOldSet() {
            answersAt(S3, 10);

            assertThat(decide(VIEW)).isEqualTo(new NextView(new View(6, S3, List.of(S1, S2, S3))));
        }

        @Test
        void whenNobodyOfTheInSyncSetAnswers_thenABystanderIsNotPromoted() {
            var view = new View(5, S1, List.of(S1, S2));
            answersAt(S3, 99);

            assertThat(decide(view))
                    .isInstanceOfSatisfying(
                            NotYet.class,
                            wait -> assertThat(wait.reason())
                                    .startsWith("no orders right now: no back end that answers is known to hold")
                                    .contains(": server1, server2. ", "force-primary"));
        }

        /** They are other members by now, whose logs may lack acknowledged orders. */
        @Test
        void whenAllDisksWerePutBackFromOldCopies_thenNobodyIsPromoted_andForceIsNamed() {
            answersAt(member("server1", 11), 10);
            answersAt(member("server2", 12), 11);
            answersAt(member("server3", 13), 10);

            assertThat(decide(VIEW))
                    .isInstanceOfSatisfying(
                            NotYet.class,
                            wait -> assertThat(wait.reason())
                                    .contains("newest data: server1, server2, server3. ", "force-primary"));
        }

        @Test
        void whenTheInSyncSetIsLarge_thenTheRefusalIsShortEnoughToBeSent() {
            var members = IntStream.range(0, Limits.MEMBERS)
                    .mapToObj(i -> member("n".repeat(38) + (10 + i), i))
                    .toList();
            answersAt(S3, 10);

            assertThat(decide(new View(5, members.get(0), members)))
                    .isInstanceOfSatisfying(
                            NotYet.class,
                            wait -> assertThat(new Reply.NotExecuted(Reply.Cause.TOO_FEW_BACK_ENDS, wait.reason())
                                            .message())
                                    .contains(" and %d more. ".formatted(Limits.MEMBERS - 3)));
        }

        @Test
        void whenNobodyWhoAnswersIsBelieved_thenItIsNotSaidThatNobodyAnswers() {
            var view = new View(5, S1, List.of(S1, S2));
            answers(S3, BackendRole.REPLICA, 99, 99, 10, 0, 0);

            assertThat(decide(view))
                    .isInstanceOfSatisfying(
                            NotYet.class, wait -> assertThat(wait.reason()).contains("is known to hold every order"));
        }

        @Test
        void whenNobodyAnswers_thenItIsNotSaidThatTheirDataAreLost() {
            assertThat(decide(VIEW))
                    .isInstanceOfSatisfying(
                            NotYet.class,
                            wait -> assertThat(wait.reason())
                                    .startsWith("no orders right now: 0 back ends are usable")
                                    .doesNotContain("force"));
        }

        @Test
        void whenABystanderHasTheLongestLog_thenItIsNeitherPromotedNorInSync() {
            var view = new View(5, S1, List.of(S1, S2));
            answersAt(S2, 10);
            answersAt(S3, 99);

            assertThat(decide(view)).isEqualTo(new NextView(new View(6, S2, List.of(S1, S2))));
        }

        @Test
        void whenABackEndCameBackWithAnEmptyDisk_thenItIsABystander() {
            answersAt(member("server2", 2), 99);
            answersAt(S3, 10);

            assertThat(decide(VIEW)).isEqualTo(new NextView(new View(6, S3, List.of(S1, S2, S3))));
        }

        @Test
        void whenTheBestLogEndsBeforeWhatAnotherInSyncMemberKnowsAcknowledged_thenItWaits() {
            answers(S2, BackendRole.REPLICA, 5, 5, 10, 10, 10);
            answers(S3, BackendRole.REPLICA, 5, 4, 8, 12, 8);

            assertThat(decide(VIEW))
                    .isInstanceOfSatisfying(
                            NotYet.class,
                            wait -> assertThat(wait.reason())
                                    .contains("ends with entry 10")
                                    .contains("12 was acknowledged"));
        }

        @Test
        void whenTheBestLogEndsBeforeWhatABystanderKnowsAcknowledged_thenItWaits() {
            answers(S2, BackendRole.REPLICA, 5, 5, 10, 9, 9);
            answers(member("server4", 1), BackendRole.REPLICA, 5, 5, 11, 11, 11);

            assertThat(decide(VIEW)).isInstanceOf(NotYet.class);
        }

        @Test
        void whenTheBestLogEndsExactlyAtTheLastAcknowledgedEntry_thenItIsPromoted() {
            answers(S2, BackendRole.REPLICA, 5, 5, 11, 9, 9);
            answers(member("server4", 1), BackendRole.REPLICA, 5, 5, 11, 11, 11);

            assertThat(proposed(VIEW).primary()).contains(S2);
        }

        @Test
        void whenABackEndIsAheadOfTheRegister_thenItWaits() {
            answersAt(S2, 10);
            answers(S3, BackendRole.REPLICA, 6, 6, 12, 12, 12);

            assertThat(decide(VIEW)).isInstanceOf(NotYet.class);
        }
    }

    @Nested
    class WhenABystanderClaimsAnEpochThatTheRegisterDoesNotKnow {
        @Test
        void thenItsStatusIsNotBelieved_andTheOthersGoOn() {
            answersAt(S2, 10);
            answersAt(S3, 11);
            answers(member("server4", 1), BackendRole.REPLICA, Long.MAX_VALUE, 6, 99, 99, 99);

            assertThat(proposed(VIEW)).isEqualTo(new View(6, S3, List.of(S2, S3)));
        }
    }

    @Nested
    class WhenThePrimaryItselfAnswers {
        @ParameterizedTest
        @EnumSource(
                value = BackendRole.class,
                names = {"PRIMARY", "RECONCILING"})
        void andActsAsPrimary_thenItStays(BackendRole role) {
            answers(S1, role, 5, 5, 10, 10, 10);
            answersAt(S2, 11);

            assertThat(decide(VIEW)).isEqualTo(new PrimaryHealthy());
        }

        @Test
        void andActsAsPrimaryAlone_thenItStays() {
            answers(S1, BackendRole.RECONCILING, 5, 5, 10, 10, 10);

            assertThat(decide(VIEW)).isEqualTo(new PrimaryHealthy());
        }

        @Test
        void afterARestart_thenSomebodyIsPromotedInANewEpoch() {
            answersAt(S1, 10);
            answersAt(S2, 10);

            assertThat(decide(VIEW)).isEqualTo(new NextView(new View(6, S1, List.of(S1, S2))));
        }

        @Test
        void aloneAfterARestart_thenItLeadsTheWholeSetInANewEpoch() {
            answersAt(S1, 10);

            assertThat(decide(VIEW)).isEqualTo(new NextView(new View(6, S1, List.of(S1, S2, S3))));
        }

        @Test
        void andStillActsInAnOlderEpoch_thenThatDoesNotCount() {
            answers(S1, BackendRole.PRIMARY, 4, 4, 10, 10, 10);
            answersAt(S2, 11);

            assertThat(proposed(VIEW).primary()).contains(S2);
        }
    }

    private PromotionDecision decide(View current) {
        return Promotion.decide(current, answers, Optional.empty());
    }

    private View proposed(View current) {
        return ((NextView) decide(current)).next();
    }

    private void answersFresh(Member member) {
        answers(member, BackendRole.REPLICA, 0, 0, 0, 0, 0);
    }

    private void answersAt(Member member, long lastIndex) {
        answers(member, BackendRole.REPLICA, 5, 5, lastIndex, 0, 0);
    }

    private void answers(
            Member member, BackendRole role, long epoch, long lastEpoch, long lastIndex, long committed, long applied) {
        answers.put(
                member, new BackendStatus(member, role, epoch, lastIndex, lastEpoch, committed, applied, View.NONE, 0));
    }

    private static Member member(String name, long incarnation) {
        return new Member(name, new UUID(0, incarnation));
    }
}
