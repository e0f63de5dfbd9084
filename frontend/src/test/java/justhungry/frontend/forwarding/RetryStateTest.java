package justhungry.frontend.forwarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.client.ClientId;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Cause;
import justhungry.api.client.Reply.OutcomeUnknown;
import justhungry.api.client.RequestId;
import justhungry.api.cluster.Member;
import justhungry.api.cluster.View;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.frontend.forwarding.RetryState.AttemptFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryStateTest {
    private static final Reply ANSWER = new Reply.Answered(1, 7, 7, new Response.DetailsSaved(), null);
    private static final Member SERVER1 = new Member("server1", new UUID(0, 1));
    private static final Optional<Reply> TRY_AGAIN = Optional.empty();

    private final RetryState update = new RetryState(id(), new Request.CancelOrder(new OrderId(1)));
    private final RetryState read = new RetryState(id(), new Request.ListProducts());

    @Test
    void anAnswerIsFinal() {
        assertThat(update.onReply(ANSWER)).contains(ANSWER);
    }

    @Test
    void anAnswerIsFinalAfterAnUnknownTryToo() {
        update.onFailure(AttemptFailure.UNKNOWN);

        assertThat(update.onReply(ANSWER)).contains(ANSWER);
    }

    @Test
    void afterNotPrimary_itIsTriedAgain() {
        assertThat(update.onReply(new Reply.NotPrimary(View.NONE))).isEqualTo(TRY_AGAIN);
        assertThat(notExecuted(update.onDeadline())).isEqualTo(Cause.NO_PRIMARY);
    }

    /** Somebody who knows nothing of the view has taken the place of its primary: "is placed" would be a lie. */
    @Test
    void anAnswerInAnotherEpochThanThatOfTheRouteIsNoAnswer_andTheOutcomeIsUnknown() {
        var routedBy = new View(5, SERVER1, List.of(SERVER1));

        assertThat(update.onReply(ANSWER, 0, routedBy)).isEqualTo(TRY_AGAIN);
        assertThat(update.onReply(new Reply.NotExecuted(Cause.OVERLOADED, "why"), 6, routedBy))
                .isEqualTo(TRY_AGAIN);
        assertThat(update.onDeadline()).isInstanceOf(OutcomeUnknown.class);
        assertThat(update.onReply(ANSWER, 5, routedBy)).contains(ANSWER);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void aRefusalIsFinalAtOnceWhenNoTryCanHaveBeenCarriedOut(Cause cause) {
        update.onFailure(AttemptFailure.NOT_EXECUTED);
        var refusal = new Reply.NotExecuted(cause, "why");

        assertThat(update.onReply(refusal)).contains(refusal);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void aRefusalAfterAnUnknownTryProvesNothing(Cause cause) {
        update.onFailure(AttemptFailure.UNKNOWN);

        assertThat(update.onReply(new Reply.NotExecuted(cause, "why"))).isEqualTo(TRY_AGAIN);
        assertThat(update.onDeadline()).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anUnknownOutcomeAtTheBackEndIsAnUnknownTry() {
        assertThat(update.onReply(new OutcomeUnknown("late"))).isEqualTo(TRY_AGAIN);
        assertThat(update.onReply(new Reply.NotExecuted(Cause.OVERLOADED, "why")))
                .isEqualTo(TRY_AGAIN);
        assertThat(update.onDeadline()).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void anUnknownTryIsNotForgottenWhenALaterOneCertainlyFailed() {
        update.onFailure(AttemptFailure.UNKNOWN);
        update.onFailure(AttemptFailure.NOT_EXECUTED);

        assertThat(update.onDeadline()).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void whenTheDeadlineComesWhileATryIsUnderWay_thenItsOutcomeIsUnknown() {
        update.onSent();

        assertThat(update.onDeadline()).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aTryIsUnderWay_andWorthSomeGrace_untilItIsSettled() {
        assertThat(update.isUnderWay()).isFalse();
        update.onSent();
        assertThat(update.isUnderWay()).isTrue();

        update.onFailure(AttemptFailure.UNKNOWN);
        assertThat(update.isUnderWay()).isFalse();
    }

    @Test
    void whenEveryTryCertainlyFailed_thenTheRequestWasNotCarriedOut() {
        update.onSent();
        update.onFailure(AttemptFailure.NOT_EXECUTED);

        assertThat(notExecuted(update.onDeadline())).isEqualTo(Cause.NO_PRIMARY);
    }

    @Test
    void whenItWasNeverSent_thenTheRequestWasNotCarriedOut() {
        assertThat(update.onDeadline())
                .isEqualTo(new Reply.NotExecuted(Cause.NO_PRIMARY, "no primary answered in time"));
    }

    @Test
    void aReadHasNoEffect_soItsUnknownTriesAreNone() {
        read.onFailure(AttemptFailure.UNKNOWN);
        read.onReply(new OutcomeUnknown("late"));
        read.onSent();

        assertThat(notExecuted(read.onDeadline())).isEqualTo(Cause.NO_PRIMARY);
    }

    private static Cause notExecuted(Reply reply) {
        return ((Reply.NotExecuted) reply).cause();
    }

    private static RequestId id() {
        return new RequestId(new ClientId(1, 2), 3);
    }
}
