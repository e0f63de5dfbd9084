package justhungry.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Reply;
import justhungry.api.shop.BasketItem;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.OrderId;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeFrontend.FrontendFault;
import justhungry.fixtures.FakeShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {
    private static final Request ORDER =
            new Request.PlaceOrder(List.of(new BasketItem("kale", 1)), "NEXT_DAY", Money.ZERO);

    private static final Request SAVING =
            new Request.SaveDetails(new ContactDetails("Ada", "Lovelace", "02079", "DH1 3LE", "1 Palace Green"));

    private final FakeShop shop = new FakeShop();
    private final FakeFrontend frontend = new FakeFrontend(shop);
    private final FakeFrontendLocator frontends = new FakeFrontendLocator();
    private final FakeFrontendLocator.FakeFrontendHandle link = frontends.add(frontend);
    private final List<String> reported = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private Runnable duringPause = () -> {};
    private final Session session = new Session(UserId.of(UUID.randomUUID()), frontends, retries(), progress());

    @BeforeEach
    void saveDetails() {
        session.send(SAVING);
    }

    @Test
    void theFirstUpdateIsSentByAClientThatKnowsTheRevision() {
        var saving = frontend.received().get(1);

        assertThat(saving.request().operation()).isEqualTo("USER_DETAILS");
        assertThat(saving.seenRevision()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = FrontendFault.class,
            names = {"NO_CONNECTION", "ANSWER_LOST", "UNKNOWN_BUT_DONE", "UNKNOWN_NOT_DONE", "DEFECT"})
    void anOrderThatGotNoClearAnswerIsSentAgainWithItsIdAndPlacedOnce(FrontendFault fault) {
        frontend.injectFaults(fault, fault);

        var outcome = session.send(ORDER);

        assertThat(responseOf(outcome)).isInstanceOf(Response.OrderPlaced.class);
        assertThat(frontend.idsOf("PLACE_ORDER")).hasSize(3);
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void anotherOrderHasAnotherId() {
        session.send(ORDER);
        session.send(ORDER);

        assertThat(frontend.idsOf("PLACE_ORDER")).doesNotHaveDuplicates().hasSize(2);
        assertThat(shop.orders()).hasSize(2);
    }

    @Test
    void whenOneFrontEndLosesTheAnswerTheNextOneIsAskedWithTheSameId() {
        var second = new FakeFrontend(shop);
        frontends.add(second);
        frontend.injectFaults(FrontendFault.UNKNOWN_NOT_DONE);

        session.send(ORDER);

        assertThat(second.idsOf("PLACE_ORDER")).isEqualTo(frontend.idsOf("PLACE_ORDER"));
        assertThat(reported).containsExactly("checking");
    }

    @Test
    void withNoFrontEndLeftItTriesFiveTimesAgainAndThenSaysThatNothingWasChanged() {
        link.stop();

        var outcome = session.send(ORDER);

        assertThat(outcome).isInstanceOf(RequestOutcome.Unreachable.class);
        assertThat(reported).containsExactly("again 1/5", "again 2/5", "again 3/5", "again 4/5", "again 5/5");
    }

    @Test
    void whenNoConnectionToAFrontEndComesAbout_thenItDoesNotAnswer() {
        link.cutOff();

        var outcome = session.send(ORDER);

        assertThat(((RequestOutcome.Unreachable) outcome).message())
                .isEqualTo(
                        "No front end answers, after 6 attempts: the name server at 127.0.0.1:1099 lists frontend1, which cannot be reached;"
                                + " frontend1 does not answer. Nothing was changed. Look at the status");
    }

    @Test
    void whenOneFrontEndIsCutOffAndTheOtherFails_thenBothAreNamed() {
        link.cutOff();
        var failing = new FakeFrontend(shop);
        failing.beforeEach(() -> {
            throw new IllegalStateException("a broken invariant");
        });
        frontends.add(failing);

        var outcome = session.send(new Request.ListProducts());

        assertThat(((RequestOutcome.Unreachable) outcome).message())
                .isEqualTo(
                        "No answer in 6 attempts: frontend1 does not answer; requests to frontend2 failed."
                                + " Look in its log, then restart it"
                                + " (if you started it with just-hungry up: just-hungry logs frontend2, then just-hungry restart frontend2)");
    }

    @Test
    void whenAFrontEndAnswersThatItDoesNotKnowTheOutcome_thenItsRequestsAreNotSaidToFail() {
        frontend.injectFaults(FrontendFault.UNKNOWN_NOT_DONE, FrontendFault.ANSWER_LOST);

        session.send(ORDER);

        assertThat(reasons).containsExactly("frontend1 does not know the outcome", "requests to frontend1 failed");
    }

    @Test
    void aFrontEndThatComesBackDuringThePausesIsUsed() {
        link.stop();
        duringPause = link::start;

        assertThat(responseOf(session.send(ORDER))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(reported).containsExactly("again 1/5");
    }

    @Test
    void anOutcomeThatStaysUnknownIsNeverCalledAFailureOfTheOrder() {
        frontend.injectFaults(FrontendFault.ANSWER_LOST);
        duringPause = link::stop;
        frontend.beforeEach(() -> link.stop());

        var outcome = session.send(ORDER);

        assertThat(outcome).isInstanceOf(RequestOutcome.Unknown.class);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void anOutcomeThatStaysUnknownIsToldInWordsOfTheRequest() {
        frontend.beforeEach(() -> {
            throw new IllegalStateException("a broken invariant");
        });

        assertThat(unknown(ORDER))
                .isEqualTo("It is not known whether your order was placed: no clear answer in 6 attempts."
                        + " Check your orders before you try again.");
        assertThat(unknown(new Request.CancelOrder(new OrderId(7))))
                .startsWith("It is not known whether order 7 was cancelled: ");
        assertThat(unknown(SAVING))
                .startsWith("It is not known whether your details were saved: ")
                .endsWith(" Check your details before you try again.");
    }

    private String unknown(Request request) {
        return ((RequestOutcome.Unknown) session.send(request)).message();
    }

    @Test
    void afterAnUnknownOutcomeARefusalToTrySettlesNothing() {
        frontend.injectFaults(FrontendFault.ANSWER_LOST, FrontendFault.TOO_FEW, FrontendFault.TOO_FEW);

        assertThat(responseOf(session.send(ORDER))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void afterAnUnknownOutcomeAForgottenIdSettlesNothing() {
        var six = new FrontendFault[] {
            FrontendFault.ANSWER_LOST,
            FrontendFault.EXPIRED,
            FrontendFault.EXPIRED,
            FrontendFault.EXPIRED,
            FrontendFault.EXPIRED,
            FrontendFault.EXPIRED
        };
        frontend.injectFaults(six);
        frontend.injectFaults(FrontendFault.EXPIRED);

        assertThat(session.send(ORDER)).isInstanceOf(RequestOutcome.Unknown.class);
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
    }

    @Test
    void afterAnUnknownOutcomeTheNextRequestIsThatOfANewClient() {
        frontend.injectFaults(FrontendFault.ANSWER_LOST);
        frontend.beforeEach(link::stop);
        var unknown = (RequestOutcome.Unknown) session.send(ORDER);
        frontend.beforeEach(() -> {});
        link.start();

        var next = (RequestOutcome.Completed) session.send(new Request.ListProducts());

        assertThat(next.id().client()).isNotEqualTo(unknown.id().client());
    }

    @Test
    void aClientThatWasIdleForLongLooksAndOrdersAgainWithAnotherId() {
        frontend.injectFaults(FrontendFault.EXPIRED);

        assertThat(responseOf(session.send(ORDER))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(frontend.idsOf("PLACE_ORDER")).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void withTooFewBackEndsTheClearRefusalIsHandedOnAtOnce() {
        frontend.injectFaults(FrontendFault.TOO_FEW);

        var outcome = session.send(ORDER);

        assertThat(((RequestOutcome.Unexecuted) outcome).cause()).isEqualTo(Reply.Cause.TOO_FEW_BACK_ENDS);
        assertThat(reported).isEmpty();
    }

    @Test
    void aPersonIsToldWhenACallTakesLong() {
        var noticed = new CountDownLatch(1);
        var impatient = new RetryPolicy(0, Duration.ZERO, any -> {}, Duration.ofMillis(1));
        var watched = new Session(UserId.of(UUID.randomUUID()), frontends, impatient, new ProgressListener() {
            @Override
            public void onSlowCall(Request request) {
                noticed.countDown();
            }

            @Override
            public void onUncertainOutcome() {}

            @Override
            public void onRetry(int attempt, int attempts, Duration pause, String reason) {}
        });
        frontend.beforeEach(() -> await(noticed)); // the front end answers when the person has been told

        assertThat(responseOf(watched.send(new Request.ListProducts()))).isInstanceOf(Response.Products.class);
        assertThat(noticed.getCount()).isZero();
    }

    @Test
    void theOrderIsThatOfTheSessionsUser() {
        session.send(ORDER);

        var orders = (Response.Orders) responseOf(session.send(new Request.ViewOrders(null, 10)));
        assertThat(orders.orders()).extracting(Order::lines).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response responseOf(RequestOutcome outcome) {
        return ((RequestOutcome.Completed) outcome).response();
    }

    private RetryPolicy retries() {
        return new RetryPolicy(5, Duration.ofSeconds(5), any -> duringPause.run(), Duration.ofMinutes(1));
    }

    private ProgressListener progress() {
        return new ProgressListener() {
            @Override
            public void onSlowCall(Request request) {
                reported.add("still working");
            }

            @Override
            public void onUncertainOutcome() {
                reported.add("checking");
            }

            @Override
            public void onRetry(int attempt, int attempts, Duration pause, String reason) {
                reported.add("again %d/%d".formatted(attempt, attempts));
                reasons.add(reason);
            }
        };
    }
}
