package justhungry.frontend.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import justhungry.api.client.Envelope;
import justhungry.api.client.Frontend;
import justhungry.api.client.Reply;
import justhungry.api.client.Reply.Answered;
import justhungry.api.client.Reply.Cause;
import justhungry.api.client.Reply.NotExecuted;
import justhungry.api.client.Reply.OutcomeUnknown;
import justhungry.api.cluster.View;
import justhungry.api.shop.ContactDetails;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.frontend.failover.FailoverTimeouts;
import justhungry.frontend.server.FrontendSettings.WhenShort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Front ends, over real RMI, with a name server and back ends that fail in one way each. */
@Timeout(600)
class FailoverIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /**
     * Timings with which a silent primary is never suspected within a test: only a refused connection counts. Whoever is slow
     * to say how it stands is waited for.
     */
    private static final FrontendTimeouts NEVER_BY_SILENCE = new FrontendTimeouts(
            Duration.ofMillis(10),
            FrontendTestCluster.REQUEST,
            new FailoverTimeouts(
                    Duration.ofHours(1), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(100)));

    /** The same, with the product's own limit for a request, for tests in which it is reached. */
    private static final FrontendTimeouts SHORT_REQUESTS =
            new FrontendTimeouts(Duration.ofMillis(10), Frontend.REQUEST_TIMEOUT, NEVER_BY_SILENCE.failover());

    private FrontendTestCluster cluster;
    private FakeBackend server1;
    private FakeBackend server2;
    private FakeBackend server3;

    @BeforeEach
    void startThreeBackEnds() throws Exception {
        cluster = new FrontendTestCluster();
        server1 = cluster.backend("server1");
        server2 = cluster.backend("server2");
        server3 = cluster.backend("server3");
    }

    @AfterEach
    void end() throws Exception {
        cluster.close();
    }

    @Test
    void whenTheClusterIsFresh_thenTheFirstBackEndIsMadePrimaryAndServes() throws Exception {
        var frontend = cluster.frontend("frontend1", NEVER_BY_SILENCE, WhenShort.WAIT);

        assertAnswered(frontend.submit(cluster.update()), 1);

        assertThat(cluster.nameServer.current().primary()).contains(server1.member());
        assertThat(frontend.status().view()).isEqualTo(cluster.nameServer.current());
        assertThat(frontend.status().primaryAnswers()).isTrue();
    }

    @Test
    void whenThePrimaryDies_thenTheNextRequestIsAnsweredByTheNewOne() throws Exception {
        var frontend = cluster.frontend("frontend1", NEVER_BY_SILENCE, WhenShort.WAIT);
        assertAnswered(frontend.submit(cluster.update()), 1);
        server3.hasLog(7);

        server1.kill();

        assertAnswered(frontend.submit(cluster.update()), 2);
        assertThat(cluster.nameServer.current())
                .isEqualTo(new View(2, server3.member(), List.of(server2.member(), server3.member())));
    }

    @Test
    void aTracedRequestTellsOfTheAttemptThatFailed_andOfTheOneThatWasAnswered() throws Exception {
        var frontend = serving("frontend1");
        server1.dieAfterExecuting();

        var trace = frontend.submitTraced(cluster.update());

        assertAnswered(trace.reply(), 2);
        assertThat(trace.frontend()).endsWith("frontend1");
        var first = trace.attempts().get(0);
        assertThat(first.backend()).isEqualTo(server1.member().name());
        assertThat(first.epoch()).isEqualTo(1);
        assertThat(first.answer()).isNull();
        var last = trace.attempts().get(trace.attempts().size() - 1);
        assertThat(last.backend())
                .isEqualTo(cluster.nameServer.current().primary().orElseThrow().name());
        assertThat(last.epoch()).isEqualTo(2);
        assertThat(last.answer())
                .isNotNull()
                .satisfies(answer -> assertThat(answer.acknowledgements()).hasSize(1));
        assertThat(trace.micros()).isGreaterThanOrEqualTo(last.micros());
    }

    @Test
    void whenThePrimaryDiesWithTheOutcomeUnknown_thenTheSameIdIsSentToTheNewOne() throws Exception {
        var frontend = serving("frontend1");
        server1.dieAfterExecuting();
        var order = cluster.update();

        assertAnswered(frontend.submit(order), 2);

        assertThat(server1.received()).endsWith(order.id());
        assertThat(server2.received()).containsExactly(order.id());
    }

    @Test
    void whenAllDieAfterTheOrderWasCarriedOut_thenTheClientIsNotToldThatItWasNot() throws Exception {
        var frontend = servingWithShortRequests();
        server2.kill();
        server3.kill();
        server1.dieAfterExecuting();

        assertThat(frontend.submit(cluster.update())).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void whenThePrimaryAnswersItsHeartbeatButNoRequest_thenAnotherOneServes() throws Exception {
        var frontend = serving("frontend1", FrontendTestCluster.TIMEOUTS);
        server1.refuseRequests();

        assertAnswered(frontend.submit(cluster.update()), 2);
    }

    @Test
    void whenThePlaceOfThePrimaryIsTakenByOneThatKnowsNoView_thenItsAnswerIsNotPassedOn() throws Exception {
        var frontend = serving("frontend1", FrontendTestCluster.TIMEOUTS);
        server1.answerInEpoch(0);
        var order = cluster.update();

        assertAnswered(frontend.submit(order), 2);

        assertThat(server1.received()).contains(order.id());
        assertThat(server2.received()).containsExactly(order.id());
    }

    @Test
    void whenNoTryReachedThePrimary_thenTheClientIsToldThatNothingWasCarriedOut() throws Exception {
        var frontend = servingWithShortRequests();
        server1.refuseRequests();
        server2.kill();
        server3.kill();

        assertThat(refusal(frontend.submit(cluster.update()))).isEqualTo(Cause.NO_PRIMARY);
    }

    @Test
    void whenOnlyTheAnswerIsLost_thenTheSameIdIsSentAgainAndNobodyIsDeposed() throws Exception {
        var frontend = serving("frontend1");
        server1.loseNextAnswer();
        var order = cluster.update();

        assertAnswered(frontend.submit(order), 1);

        assertThat(server1.received()).endsWith(order.id(), order.id());
        assertThat(cluster.nameServer.current().epoch()).isEqualTo(1);
    }

    @Test
    void whenTheViewHasMovedOn_thenNotPrimaryLeadsToTheNewOne() throws Exception {
        var frontend = serving("frontend1");
        var next = cluster.nameServer.current().next(server2.member(), List.of(server1.member(), server2.member()));
        cluster.nameServer.moveTo(next);
        server2.adopt(next);
        server1.adopt(next);

        assertAnswered(frontend.submit(cluster.update()), 2);

        assertThat(cluster.nameServer.current()).isEqualTo(next);
    }

    @Test
    void whenThePrimaryStopsAnswering_thenItsCallsAreCutAndCarriedOutElsewhere() throws Exception {
        var frontend = serving("frontend1", FrontendTestCluster.TIMEOUTS);
        server1.stop();
        var order = cluster.update();

        var reply = cluster.send(frontend, order);

        assertAnswered(reply.get(120, SECONDS), 2);
        assertThat(server2.received()).containsExactly(order.id());
    }

    @Test
    void whenAStoppedPrimaryIsReplacedAndResumes_thenItIsAskedNoMore() throws Exception {
        var frontend = serving("frontend1", FrontendTestCluster.TIMEOUTS);
        server1.stop();
        assertAnswered(frontend.submit(cluster.update()), 2);

        server1.resume();
        var later = cluster.update();

        assertAnswered(frontend.submit(later), 2);
        assertThat(server1.received()).doesNotContain(later.id());
    }

    @Test
    void whenThePrimaryIsSlowButAlive_thenItStaysPrimary() throws Exception {
        var frontend = serving("frontend1", FrontendTestCluster.TIMEOUTS);
        server1.slow();
        var order = cluster.send(frontend, cluster.update());

        await().atMost(TIMEOUT)
                .pollDelay(
                        FrontendTestCluster.TIMEOUTS.failover().suspectTimeout().plusSeconds(1))
                .until(() -> frontend.status().primaryAnswers());
        server1.fast();

        assertAnswered(order.get(120, SECONDS), 1);
    }

    @Test
    void whenTwoFrontEndsFindThePrimaryDead_thenOneOfThemWinsAndTheOtherFollows() throws Exception {
        var frontend1 = serving("frontend1");
        var frontend2 = serving("frontend2");
        var both = new CyclicBarrier(2);
        cluster.nameServer.beforePropose(() -> meet(both));

        server1.kill();
        var reply1 = cluster.send(frontend1, cluster.update());
        var reply2 = cluster.send(frontend2, cluster.update());

        assertAnswered(reply1.get(120, SECONDS), 2);
        assertAnswered(reply2.get(120, SECONDS), 2);
        assertThat(cluster.nameServer.accepted()).hasSize(2).last().isEqualTo(cluster.nameServer.current());
        assertThat(frontend1.status().view()).isEqualTo(frontend2.status().view());
    }

    @Test
    void whenAnotherFrontEndWasFasterWithAnotherView_thenThatViewIsFollowed() throws Exception {
        var frontend = serving("frontend1");
        var next = cluster.nameServer.current().next(server3.member(), List.of(server2.member(), server3.member()));
        cluster.nameServer.beforePropose(() -> {
            cluster.nameServer.moveTo(next);
            server3.adopt(next);
        });
        server1.kill();
        var order = cluster.update();

        assertAnswered(frontend.submit(order), 2);

        assertThat(server3.received()).containsExactly(order.id());
        assertThat(server2.received()).isEmpty();
        assertThat(cluster.nameServer.current()).isEqualTo(next);
    }

    @Test
    void whenTheNameServerIsAway_thenRequestsGoOn() throws Exception {
        var frontend = serving("frontend1");

        cluster.nameServer.stop();

        for (int i = 0; i < 10; i++) {
            assertAnswered(frontend.submit(cluster.update()), 1);
        }
        cluster.nameServer.start();
    }

    @Test
    void whenThePrimaryDiesWhileTheNameServerIsAway_thenTheRequestWaitsForIt() throws Exception {
        var frontend = serving("frontend1");
        cluster.nameServer.stop();
        server1.kill();
        var order = cluster.send(frontend, cluster.update());
        await().atMost(TIMEOUT).until(() -> !frontend.status().primaryAnswers());

        cluster.nameServer.start();

        assertAnswered(order.get(120, SECONDS), 2);
    }

    @Test
    void whenTheNameServerComesBackEmptyOfLeases_thenTheBackEndsThatWereKnownAreStillReached() throws Exception {
        var frontend = serving("frontend1");
        cluster.nameServer.stop();
        cluster.nameServer.start();
        await().atMost(TIMEOUT).until(() -> !cluster.nameServer.frontends().isEmpty());

        server1.kill();

        assertAnswered(frontend.submit(cluster.update()), 2);
    }

    @Test
    void whenNobodyOfTheInSyncSetAnswers_thenRequestsAreRefusedAtOnceAndServiceResumesByItself() throws Exception {
        var frontend = serving("frontend1");
        server1.kill();
        server2.kill();
        server3.kill();
        await().atMost(TIMEOUT).until(() -> isRefusedForTooFew(frontend.submit(cluster.update())));

        // A restart would bring back the same members; here the test moves the register on to new ones.
        var server4 = cluster.backend("server4");
        var server5 = cluster.backend("server5");
        var next = cluster.nameServer.current().next(server4.member(), List.of(server4.member(), server5.member()));
        server4.adopt(next);
        cluster.nameServer.moveTo(next);

        await().atMost(TIMEOUT).until(() -> frontend.submit(cluster.update()) instanceof Answered);
    }

    @Test
    void whenTheClusterHasOneBackEndOnly_thenTheRefusalSaysHowManyAreMissing() throws Exception {
        cluster.nameServer.leaseEnds(server2.member());
        cluster.nameServer.leaseEnds(server3.member());
        var frontend = cluster.frontend("frontend1");
        await().atMost(TIMEOUT)
                .until(() -> frontend.submit(cluster.update()) instanceof NotExecuted refused
                        && refused.message().startsWith("no orders right now: 1 back end is usable"));

        cluster.nameServer.add(server2.registration());

        await().atMost(TIMEOUT).until(() -> frontend.submit(cluster.update()) instanceof Answered);
    }

    @Test
    void whenThePrimaryItselfHasTooFew_thenItsRefusalReachesTheClientAtOnce() throws Exception {
        var frontend = serving("frontend1");
        server1.refuseAsTooFew();

        assertThat(refusal(frontend.submit(cluster.update()))).isEqualTo(Cause.TOO_FEW_BACK_ENDS);
    }

    @Test
    void whenItWasToldToExitWhenShort_thenItGivesUpAfterServiceHasEnded() throws Exception {
        var frontend = cluster.frontend("frontend1", FrontendTestCluster.TIMEOUTS, WhenShort.EXIT);
        assertAnswered(frontend.submit(cluster.update()), 1);
        assertThat(cluster.abandoned).isNotDone();

        server1.kill();
        server2.kill();
        server3.kill();

        assertThat(cluster.abandoned.get(120, SECONDS)).contains("fewer than 2 back ends");
    }

    @Test
    void whenOnlyTheFormatOfThePostcodeWasChecked_thenTheReplySaysSo() throws Exception {
        var frontend = serving("frontend1");
        var details = new ContactDetails("Ada", "Lovelace", "020-7946-0000", "ZZ9 9ZZ", "1 Palace Green");

        var reply = frontend.submit(cluster.envelope(new Request.SaveDetails(details)));

        assertThat(reply).isEqualTo(new Answered(1, 1, 1, new Response.DetailsSaved(), null).ofFormatOnly());
    }

    @Test
    void whenTheLeasesOfAllButOneEnd_thenItGivesUpTooIfItWasToldTo() throws Exception {
        var frontend = cluster.frontend("frontend1", FrontendTestCluster.TIMEOUTS, WhenShort.EXIT);
        assertAnswered(frontend.submit(cluster.update()), 1);

        cluster.nameServer.leaseEnds(server2.member());
        cluster.nameServer.leaseEnds(server3.member());

        assertThat(cluster.abandoned.get(120, SECONDS)).contains("fewer than 2 back ends");
    }

    @Test
    void whenThePrimaryIsSlow_thenTheRequestsThatWaitShareCalls() throws Exception {
        var frontend = serving("frontend1");
        server1.calls().clear();
        server1.slow();
        var orders = Stream.generate(cluster::update).limit(40).toList();

        var replies =
                orders.stream().map(order -> cluster.send(frontend, order)).toList();
        await().atMost(TIMEOUT).until(() -> waitingRequests() == orders.size());
        server1.fast();

        for (var reply : replies) {
            assertAnswered(reply.get(120, SECONDS), 1);
        }
        assertThat(server1.calls()).hasSizeLessThan(40);
        assertThat(Set.copyOf(server1.received()))
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(Envelope::id).toList());
    }

    /** The threads whose requests are with a front end of this process. */
    private static long waitingRequests() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Stream.of(stack)
                        .anyMatch(frame -> frame.getClassName().endsWith(".RequestForwarder")
                                && frame.getMethodName().equals("forward")))
                .count();
    }

    /** On a busy machine it takes nobody for dead who is only slow to answer. */
    private Frontend serving(String name) throws Exception {
        return serving(name, NEVER_BY_SILENCE);
    }

    /** On a busy machine the first requests may reach their limit. */
    private Frontend servingWithShortRequests() throws Exception {
        var frontend = cluster.frontend("frontend1", SHORT_REQUESTS, WhenShort.WAIT);
        await().atMost(TIMEOUT).until(() -> frontend.submit(cluster.update()) instanceof Answered);
        return frontend;
    }

    private Frontend serving(String name, FrontendTimeouts timings) throws Exception {
        var frontend = cluster.frontend(name, timings, WhenShort.WAIT);
        assertAnswered(frontend.submit(cluster.update()), 1);
        return frontend;
    }

    private static void assertAnswered(Reply reply, long epoch) {
        assertThat(reply).isEqualTo(new Answered(epoch, 1, 1, new Response.DetailsSaved(), null));
    }

    /** The first update after a kill may have been on the connection that broke: its outcome is unknown, not a refusal. */
    private static boolean isRefusedForTooFew(Reply reply) {
        return reply instanceof NotExecuted refused && refused.cause() == Cause.TOO_FEW_BACK_ENDS;
    }

    private static Cause refusal(Reply reply) {
        assertThat(reply).isInstanceOf(NotExecuted.class);
        return ((NotExecuted) reply).cause();
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(10, SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            // Then they did not race; the test's assertions hold in that case too.
        }
    }
}
