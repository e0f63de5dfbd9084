package justhungry.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import justhungry.api.client.Reply;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Item;
import justhungry.api.shop.Money;
import justhungry.api.shop.Order;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.api.shop.UserId;
import justhungry.fixtures.FakeFrontend;
import justhungry.fixtures.FakeFrontend.Fault;
import justhungry.fixtures.FakeShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionTest {
    private static final Request ORDER =
            new Request.PlaceOrder(List.of(new Item("kale", 1)), Delivery.NEXT_DAY, Money.ZERO);

    private final FakeShop shop = new FakeShop();
    private final FakeFrontend frontend = new FakeFrontend(shop);
    private final FakeFrontends frontends = new FakeFrontends();
    private final FakeFrontends.Link link = frontends.add(frontend);
    private final List<String> told = new ArrayList<>();
    private Runnable duringPause = () -> {};
    private final Session session = new Session(UserId.of(UUID.randomUUID()), frontends, retries(), progress());

    @BeforeEach
    void saveDetails() {
        session.ask(new Request.SaveDetails(new ContactDetails("Ada", "Lovelace", "020", "DH1 3LE", "1 Palace Green")));
    }

    @Test
    void theFirstUpdateIsSentByAClientThatKnowsTheRevision() {
        var saving = frontend.received().get(1);

        assertThat(saving.request().op()).isEqualTo("USER_DETAILS");
        assertThat(saving.seenRevision()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NO_CONNECTION", "ANSWER_LOST", "UNKNOWN_BUT_DONE", "UNKNOWN_NOT_DONE", "DEFECT"})
    void anOrderThatGotNoClearAnswerIsSentAgainWithItsIdAndPlacedOnce(Fault fault) {
        frontend.updatesMeet(fault, fault);

        var outcome = session.ask(ORDER);

        assertThat(responseOf(outcome)).isInstanceOf(Response.OrderPlaced.class);
        assertThat(frontend.idsOf("PLACE_ORDER")).hasSize(3);
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void anotherOrderHasAnotherId() {
        session.ask(ORDER);
        session.ask(ORDER);

        assertThat(frontend.idsOf("PLACE_ORDER")).doesNotHaveDuplicates().hasSize(2);
        assertThat(shop.orders()).hasSize(2);
    }

    @Test
    void whenOneFrontEndLosesTheAnswerTheNextOneIsAskedWithTheSameId() {
        var second = new FakeFrontend(shop);
        frontends.add(second);
        frontend.updatesMeet(Fault.UNKNOWN_NOT_DONE);

        session.ask(ORDER);

        assertThat(second.idsOf("PLACE_ORDER")).isEqualTo(frontend.idsOf("PLACE_ORDER"));
        assertThat(told).containsExactly("checking");
    }

    @Test
    void withNoFrontEndLeftItTriesFiveTimesAgainAndThenSaysThatNothingWasChanged() {
        link.goDown();

        var outcome = session.ask(ORDER);

        assertThat(outcome).isInstanceOf(Outcome.Unreachable.class);
        assertThat(told).containsExactly("again 1/5", "again 2/5", "again 3/5", "again 4/5", "again 5/5");
    }

    @Test
    void aFrontEndThatComesBackDuringThePausesIsUsed() {
        link.goDown();
        duringPause = link::comeBack;

        assertThat(responseOf(session.ask(ORDER))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(told).containsExactly("again 1/5");
    }

    @Test
    void anOutcomeThatStaysUnknownIsNeverCalledAFailureOfTheOrder() {
        frontend.updatesMeet(Fault.ANSWER_LOST);
        duringPause = link::goDown;
        frontend.beforeEach(() -> link.goDown());

        var outcome = session.ask(ORDER);

        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void afterAnUnknownOutcomeARefusalToTrySettlesNothing() {
        frontend.updatesMeet(Fault.ANSWER_LOST, Fault.TOO_FEW, Fault.TOO_FEW);

        assertThat(responseOf(session.ask(ORDER))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void afterAnUnknownOutcomeAForgottenIdSettlesNothing() {
        var six = new Fault[] {
            Fault.ANSWER_LOST, Fault.EXPIRED, Fault.EXPIRED, Fault.EXPIRED, Fault.EXPIRED, Fault.EXPIRED
        };
        frontend.updatesMeet(six);
        frontend.updatesMeet(Fault.EXPIRED);

        assertThat(session.ask(ORDER)).isInstanceOf(Outcome.Unknown.class);
        assertThat(frontend.idsOf("PLACE_ORDER").stream().distinct()).hasSize(1);
    }

    @Test
    void afterAnUnknownOutcomeTheNextRequestIsThatOfANewClient() {
        frontend.updatesMeet(Fault.ANSWER_LOST);
        frontend.beforeEach(link::goDown);
        var unknown = (Outcome.Unknown) session.ask(ORDER);
        frontend.beforeEach(() -> {});
        link.comeBack();

        var next = (Outcome.Answered) session.ask(new Request.ListProducts());

        assertThat(next.id().client()).isNotEqualTo(unknown.id().client());
    }

    @Test
    void aClientThatWasIdleForLongLooksAndOrdersAgainWithAnotherId() {
        frontend.updatesMeet(Fault.EXPIRED);

        assertThat(responseOf(session.ask(ORDER))).isInstanceOf(Response.OrderPlaced.class);
        assertThat(frontend.idsOf("PLACE_ORDER")).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void withTooFewBackEndsTheClearRefusalIsHandedOnAtOnce() {
        frontend.updatesMeet(Fault.TOO_FEW);

        var outcome = session.ask(ORDER);

        assertThat(((Outcome.NotExecuted) outcome).cause()).isEqualTo(Reply.Cause.TOO_FEW_BACK_ENDS);
        assertThat(told).isEmpty();
    }

    @Test
    void aPersonIsToldWhenACallTakesLong() {
        var noticed = new CountDownLatch(1);
        var impatient = new Retries(0, Duration.ZERO, any -> {}, Duration.ofMillis(1));
        var watched = new Session(UserId.of(UUID.randomUUID()), frontends, impatient, new Progress() {
            @Override
            public void stillWorking() {
                noticed.countDown();
            }

            @Override
            public void checkingOutcome() {}

            @Override
            public void tryingAgain(int attempt, int attempts, Duration pause) {}
        });
        frontend.beforeEach(() -> await(noticed)); // the front end answers when the person has been told

        assertThat(responseOf(watched.ask(new Request.ListProducts()))).isInstanceOf(Response.Products.class);
        assertThat(noticed.getCount()).isZero();
    }

    @Test
    void theOrderIsThatOfTheSessionsUser() {
        session.ask(ORDER);

        var orders = (Response.Orders) responseOf(session.ask(new Request.ViewOrders(null, 10)));
        assertThat(orders.orders()).extracting(Order::lines).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response responseOf(Outcome outcome) {
        return ((Outcome.Answered) outcome).response();
    }

    private Retries retries() {
        return new Retries(5, Duration.ofSeconds(5), any -> duringPause.run(), Duration.ofMinutes(1));
    }

    private Progress progress() {
        return new Progress() {
            @Override
            public void stillWorking() {
                told.add("still working");
            }

            @Override
            public void checkingOutcome() {
                told.add("checking");
            }

            @Override
            public void tryingAgain(int attempt, int attempts, Duration pause) {
                told.add("again %d/%d".formatted(attempt, attempts));
            }
        };
    }
}
