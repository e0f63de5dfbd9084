package justhungry.backend.node;

import static justhungry.backend.node.ThreeNodes.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import justhungry.api.client.Reply;
import justhungry.api.cluster.View;
import justhungry.api.replication.Append;
import justhungry.api.replication.AppendResponse;
import justhungry.api.replication.BackendStatus.BackendRole;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.api.shop.Request;
import justhungry.api.shop.Response;
import justhungry.backend.ordering.Ordering;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.backend.replication.Entry;
import justhungry.backend.replication.ReplicationConfig;
import justhungry.backend.storage.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendNodeTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final long ANY = 1;
    private static final long OTHER = 2;

    private final ThreeNodes nodes = ThreeNodes.serving();

    @BeforeEach
    void adaIsACustomer() {
        nodes.send(99, ThreeNodes.DETAILS);
        nodes.deliverAll();
    }

    @Test
    void aRequestToAReplicaIsToldAtOnceWhoIsPrimary() {
        nodes.submit(nodes.replica, ANY, order(1));

        assertThat(nodes.replies(ANY)).containsExactly(new Reply.NotPrimary(nodes.view));
    }

    /** It cannot know what was acknowledged before, so it can answer nobody. */
    @Test
    void whenTheOthersHaveDiedBeforeItServes_thenOrdersAndReadsAreToldAtOnceThatTooFewAreUsable() {
        var alone = new ThreeNodes();
        alone.primary.onView(View.NONE, alone.now());
        alone.primary.onView(alone.view, alone.now());
        alone.waitFor(ReplicationConfig.DEFAULT.silenceTimeout().plusMillis(40));
        assertThat(alone.primary.status().role()).isEqualTo(BackendRole.RECONCILING);

        alone.send(ANY, order(1));
        alone.send(OTHER, new Request.ListProducts());

        var refusal = new Reply.NotExecuted(
                Reply.Cause.TOO_FEW_BACK_ENDS,
                "no orders right now: 1 back end is usable, 2 are needed; orders resume when another is back");
        assertThat(alone.replies(ANY)).containsExactly(refusal);
        assertThat(alone.replies(OTHER)).containsExactly(refusal);
    }

    @Test
    void aChangeOfANewerVersionIsNotTaken_theStatusSaysWhichVersionIsNeeded_andTheReplicaGoesOn() {
        var log = nodes.store2.log();
        long last = log.lastIndex();
        var answers = new ArrayList<AppendResponse>();
        var newer = Entry.of(last + 1, 1, log.checksumAt(last), HexFormat.of().parseHex("0807" + "7a00"));

        nodes.replica.onAppend(append(last, List.of(newer.bytes())), answers::add, nodes.now());
        nodes.replica.onAppend(append(last, List.of()), answers::add, nodes.now());

        var why =
                "entry 3, EntryPayload has an unknown field 15: it was written in format 7, this version reads format 1;"
                        + " a newer version is needed";
        assertThat(answers)
                .containsExactly(
                        new AppendResponse.NewerVersionNeeded(why), new AppendResponse.Acknowledged(last, last));
        assertThat(nodes.versionsNeeded).containsExactly(why);
        assertThat(nodes.replica.status().neededVersion()).isEqualTo(why);
        assertThat(nodes.replica.status().lastIndex()).isEqualTo(last);
    }

    /** An older version may not even be able to check it: a text can be longer, say. */
    @Test
    void aChangeOfANewerVersionWithAValueBeyondALimitIsNotTakenForDamage() {
        assertThat(ordering().neededVersion(HexFormat.of().parseHex("0802" + "3a02" + "0800")))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("an order's number").contains("format 2"));
    }

    /** Stored, it would be acknowledged, and then end every back end that applies it, again after each restart. */
    @ParameterizedTest
    @CsvSource({
        "00, a field has the number 0",
        "08, bytes missing: 1",
        "08013a00, OrderCancelledChange has no id",
        "08013a020800, an order's number is 0; it must be from 1 to 999999999999999999",
        "08017a00, EntryPayload has an unknown field 15"
    })
    void whatCannotBeReadIsNotTaken_andNoNewerVersionIsAskedFor(String payload, String what) {
        var log = nodes.store2.log();
        long last = log.lastIndex();
        var answers = new ArrayList<AppendResponse>();
        var damaged = Entry.of(last + 1, 1, log.checksumAt(last), HexFormat.of().parseHex(payload));

        nodes.replica.onAppend(append(last, List.of(damaged.bytes())), answers::add, nodes.now());

        var why = "entry 3, " + what + ": it cannot be read; it is damaged or from a different build";
        assertThat(answers).containsExactly(new AppendResponse.NewerVersionNeeded(why));
        assertThat(nodes.replica.status().neededVersion()).isEqualTo(why);
        assertThat(log.lastIndex()).isEqualTo(last);
    }

    private Ordering ordering() {
        return new Ordering(
                nodes.store1.tables(),
                Catalogue.withDefaultDeliveries(List.of(new Product("apple", new Money(199), 15))));
    }

    private Append append(long previous, List<byte[]> entries) {
        return new Append(nodes.store1.member(), 1, previous, 1, entries, previous, 0);
    }

    @Test
    void anAppendOfAnEpochThatItDoesNotKnowIsAnsweredAfterTheRegister_whichIsAskedOnceForAll() {
        var next = new View(2, nodes.store2.member(), nodes.view.inSync());
        nodes.replica.onView(next, nodes.now());
        nodes.deliverAll();
        int questions = nodes.viewQuestions;
        var third = new View(3, nodes.store1.member(), nodes.view.inSync());
        nodes.primary.onView(third, nodes.now());
        var answers = new ArrayList<AppendResponse>();
        var append = new Append(nodes.store1.member(), 3, 1, 1, List.of(), 0, 0);

        nodes.replica.onAppend(append, answers::add, nodes.now());
        nodes.replica.onAppend(append, answers::add, nodes.now());
        assertThat(answers).isEmpty();
        nodes.deliverAll();

        assertThat(answers).hasSize(2).allMatch(AppendResponse.Acknowledged.class::isInstance);
        assertThat(nodes.viewQuestions - questions).isEqualTo(2);
        assertThat(nodes.replica.status().view()).isEqualTo(third);
        assertThat(nodes.replica.status().role()).isEqualTo(BackendRole.REPLICA);
    }

    /** One question is under way, and one more follows for those that came meanwhile. */
    @Test
    void aFloodOfMadeUpEpochsIsRefused_andOrdersGoOn() {
        var answers = new ArrayList<AppendResponse>();
        int questions = nodes.viewQuestions;
        for (int i = 0; i < 100; i++) {
            var madeUp = new Append(nodes.store2.member(), Long.MAX_VALUE - i, 0, 0, List.of(), 0, 0);
            nodes.replica.onAppend(madeUp, answers::add, nodes.now());
            nodes.primary.onAppend(madeUp, answers::add, nodes.now());
        }
        assertThat(answers).as("only so many wait").hasSize(200 - 2 * UnknownEpochs.MAX_WAITING);
        nodes.send(ANY, order(1));
        nodes.deliverAll();

        assertThat(answers).hasSize(200).allMatch(AppendResponse.NotFollowed.class::isInstance);
        assertThat(nodes.replies(ANY)).singleElement().satisfies(BackendNodeTest::isPlaced);
        assertThat(nodes.viewQuestions - questions).isLessThanOrEqualTo(4);
        assertThat(nodes.primary.status().epoch()).isEqualTo(1);
        assertThat(nodes.replica.status().epoch()).isEqualTo(1);
    }

    @Test
    void aViewThatTheRegisterDoesNotHoldIsNotAdopted_whoeverTellsOfIt() {
        var madeUp = new View(
                Long.MAX_VALUE, nodes.newcomerMember(), List.of(nodes.newcomerMember(), nodes.store1.member()));
        var told = new ArrayList<View>();

        nodes.primary.onViewTold(madeUp, () -> told.add(madeUp), nodes.now());
        assertThat(told).isEmpty();
        nodes.deliverAll();

        assertThat(told).as("the register has answered").hasSize(1);
        assertThat(nodes.primary.status().view()).isEqualTo(nodes.view);
        assertThat(nodes.primary.status().role()).isEqualTo(BackendRole.PRIMARY);
    }

    @Test
    void whatIsOfNoClusterBelongsToEvery_untilItJoinsOne_withAView() {
        var cluster = new UUID(0, 1);
        var other = new UUID(0, 2);

        nodes.replica.onCluster(cluster, View.NONE);
        assertThat(nodes.replica.belongsTo(cluster)).isTrue();
        assertThat(nodes.replica.belongsTo(other)).isTrue();

        nodes.replica.onCluster(cluster, nodes.view);
        assertThat(nodes.replica.belongsTo(cluster)).isTrue();
        assertThat(nodes.replica.belongsTo(other)).isFalse();
    }

    @Test
    void anUpdateIsAnsweredOnlyWhenItsEntryIsCommitted() {
        nodes.send(ANY, order(1));
        assertThat(nodes.primary.status().lastIndex()).isEqualTo(3);
        assertThat(nodes.replies(ANY)).isEmpty();

        nodes.deliverAll();

        assertThat(nodes.primary.status().committedIndex()).isEqualTo(3);
        assertThat(nodes.replies(ANY)).singleElement().satisfies(BackendNodeTest::isPlaced);
    }

    @Test
    void whatArrivesWhileABatchIsUnderWayWaitsForTheNextOne() {
        nodes.send(ANY, order(1));
        nodes.send(OTHER, order(1));
        assertThat(nodes.primary.status().lastIndex()).isEqualTo(3);

        nodes.deliverAll();
        nodes.primary.flush(nodes.now());
        nodes.deliverAll();

        assertThat(nodes.replies(OTHER)).singleElement().satisfies(BackendNodeTest::isPlaced);
        assertThat(nodes.primary.status().lastIndex()).isEqualTo(4);
    }

    @Test
    void whenItIsNoLongerPrimary_theDecidedAreToldUnknown_andTheWaitingThatItIsNotPrimary() {
        nodes.send(ANY, order(1));
        nodes.send(OTHER, order(1));
        var next = new View(2, nodes.store2.member(), nodes.view.inSync());

        nodes.primary.onView(next, nodes.now());

        assertThat(nodes.replies(ANY)).singleElement().isInstanceOf(Reply.OutcomeUnknown.class);
        assertThat(nodes.replies(OTHER)).containsExactly(new Reply.NotPrimary(next));
        assertThat(nodes.primary.status().role()).isEqualTo(BackendRole.REPLICA);
        assertThat(nodes.primary.status().storedOrders()).isZero();
    }

    @Test
    void whenReadsArriveTogetherWithTheNextPrimary_theyAreToldThatThisIsNotThePrimary_andItGoesOnAsAReplica() {
        var next = new View(2, nodes.store2.member(), nodes.view.inSync());
        nodes.submit(nodes.primary, ANY, new Request.ListProducts());
        nodes.primary.onView(next, nodes.now());

        nodes.primary.flush(nodes.now());

        assertThat(nodes.replies(ANY)).containsExactly(new Reply.NotPrimary(next));
    }

    @Test
    void whatADeposedPrimaryHadDecidedIsCarriedOutOnce_whenTheNextOneHasIt_andTheRequestComesAgain() {
        nodes.send(ANY, order(1));
        var next = new View(2, nodes.store2.member(), nodes.view.inSync());
        nodes.primary.onView(next, nodes.now());
        nodes.deliverAll();
        nodes.replica.onView(next, nodes.now());
        nodes.deliverAll();

        nodes.submit(nodes.replica, ANY, order(1));
        nodes.replica.flush(nodes.now());
        nodes.deliverAll();

        assertThat(nodes.replies(ANY)).hasSize(2);
        assertThat(nodes.replies(ANY).get(0)).isInstanceOf(Reply.OutcomeUnknown.class);
        assertThat(nodes.replies(ANY).get(1)).satisfies(BackendNodeTest::isPlaced);
        nodes.primary.onTick(nodes.now());
        assertThat(nodes.replica.status().storedOrders()).isEqualTo(1);
        assertThat(nodes.primary.status().storedOrders()).isEqualTo(1);
    }

    @Test
    void withTooFewBackEnds_waitingUpdatesAreRefusedAtOnce_andTheDecidedOneGoesOnWaiting() {
        nodes.send(ANY, order(1));
        nodes.send(OTHER, order(1));

        nodes.waitFor(ReplicationConfig.DEFAULT.silenceTimeout().multipliedBy(2));

        assertThat(nodes.replies(OTHER))
                .singleElement()
                .isInstanceOfSatisfying(
                        Reply.NotExecuted.class,
                        reply -> assertThat(reply.cause()).isEqualTo(Reply.Cause.TOO_FEW_BACK_ENDS));
        assertThat(nodes.replies(ANY)).isEmpty();

        nodes.send(3, order(1));
        assertThat(nodes.replies(3)).hasSize(1);
    }

    /** Before it is decided: replicas have nothing to store, and so stay equal. */
    @Test
    void whenMemoryIsNearlyFull_updatesAreRefusedAndNotLogged_readsAndTheDecidedOneAreAnswered_untilThereIsRoom() {
        nodes.send(ANY, order(1));
        nodes.primary.onMemory(Optional.of("312 of 341 MB are in use"));
        nodes.send(OTHER, order(1));
        nodes.send(3, new Request.ListProducts());
        nodes.deliverAll();
        nodes.primary.flush(nodes.now());

        assertThat(nodes.replies(OTHER))
                .containsExactly(new Reply.NotExecuted(
                        Reply.Cause.MEMORY_FULL,
                        "no orders right now: the memory of the primary is nearly full, 312 of 341 MB are in use"));
        assertThat(nodes.replies(ANY)).singleElement().satisfies(BackendNodeTest::isPlaced);
        assertThat(nodes.replies(3)).singleElement().isInstanceOf(Reply.Answered.class);
        assertThat(nodes.primary.status().lastIndex()).isEqualTo(3);
        assertThat(nodes.primary.status().memoryShortage()).isEqualTo("312 of 341 MB are in use");

        nodes.primary.onMemory(Optional.empty());
        nodes.send(4, order(1));
        nodes.deliverAll();

        assertThat(nodes.replies(4)).singleElement().satisfies(BackendNodeTest::isPlaced);
        assertThat(nodes.primary.status().memoryShortage()).isNull();
        assertThat(nodes.store2.log().lastIndex()).isEqualTo(4);
        assertThat(nodes.store2.log().checksumAt(4))
                .isEqualTo(nodes.store1.log().checksumAt(4));
    }

    @Test
    void aTracerIsToldOfTheEntryAndWhoHasAcknowledgedIt_beforeItsReply_andTheOthersInItsBatchAsWell() {
        var told = new ArrayList<String>();
        var tracer = new ReplyTracer() {
            @Override
            public void onDecided(long index) {
                told.add("decided in entry " + index);
            }

            @Override
            public void onAcknowledged(String replica) {
                told.add("acknowledged by " + replica);
            }

            @Override
            public void accept(Reply reply) {
                isPlaced(reply);
                told.add("placed");
            }
        };
        nodes.submit(nodes.primary, OTHER, order(1));
        nodes.submit(nodes.primary, ANY, order(1), tracer);
        nodes.primary.flush(nodes.now());
        assertThat(told).containsExactly("decided in entry 3");

        nodes.deliverAll();
        nodes.send(5, order(1));
        nodes.deliverAll();

        assertThat(told).containsExactly("decided in entry 3", "acknowledged by server2", "placed");
        assertThat(nodes.replies(OTHER)).singleElement().satisfies(BackendNodeTest::isPlaced);
    }

    @Test
    void aReadIsAnsweredAtTheAppliedRevision_butOnlyAfterThisIsConfirmedToBeThePrimary() {
        nodes.send(ANY, new Request.ListProducts());
        assertThat(nodes.replies(ANY)).isEmpty();

        nodes.deliverAll();

        assertThat(nodes.replies(ANY)).singleElement().isInstanceOfSatisfying(Reply.Answered.class, reply -> {
            assertThat(reply.revision()).isEqualTo(nodes.store1.tables().appliedIndex());
            assertThat(reply.response()).isInstanceOf(Response.Products.class);
        });
    }

    @Test
    void whenTheClockIsSetBack_thenNeitherAnOrderNorAReadIsEarlierThanWhatWasDecidedBefore() {
        nodes.setClock(NOON);
        nodes.send(ANY, order(1));
        nodes.deliverAll();
        nodes.setClock(NOON.minusSeconds(60));
        nodes.send(OTHER, order(1));
        nodes.send(3, new Request.ListProducts());
        nodes.deliverAll();
        nodes.setClock(NOON.plusSeconds(60));
        nodes.send(4, new Request.ListProducts());
        nodes.deliverAll();

        assertThat(decidedAt(ANY))
                .isEqualTo(decidedAt(OTHER))
                .isEqualTo(decidedAt(3))
                .isEqualTo(NOON);
        assertThat(decidedAt(4)).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void theSameRequestTwiceGetsTheSameReplyAndOneOrder() {
        nodes.submit(nodes.primary, ANY, order(1));
        nodes.submit(nodes.primary, ANY, order(1));
        nodes.primary.flush(nodes.now());
        nodes.deliverAll();
        nodes.send(ANY, order(1));
        nodes.deliverAll();

        var replies = nodes.replies(ANY);
        assertThat(replies).hasSize(3);
        assertThat(replies.get(1)).isEqualTo(replies.get(0)).satisfies(BackendNodeTest::isPlaced);
        assertThat(replies.get(2)).isEqualTo(replies.get(0));
        assertThat(nodes.primary.status().storedOrders()).isEqualTo(1);
    }

    @Test
    void aNewBackEndCatchesUpByASnapshot_andHasTheSameState() {
        nodes.send(ANY, order(1));
        nodes.send(OTHER, order(2));
        nodes.deliverAll();
        nodes.store1.log().compactThrough(nodes.store1.tables().appliedIndex());

        nodes.primary.onRegistered(
                List.of(nodes.store1.member(), nodes.store2.member(), nodes.store3.member()), nodes.now());
        nodes.waitFor(ReplicationConfig.DEFAULT.heartbeatInterval().multipliedBy(2));
        nodes.deliverAll();

        assertThat(nodes.snapshots()).isEqualTo(1);
        assertThat(rowsOf(nodes.store3)).isNotEmpty().isEqualTo(rowsOf(nodes.store1));
        assertThat(nodes.store3.tables().appliedIndex())
                .isEqualTo(nodes.store1.tables().appliedIndex());
    }

    private @Nullable Instant decidedAt(long client) {
        return ((Reply.Answered) nodes.replies(client).get(0)).decidedAt();
    }

    private static void isPlaced(Reply reply) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Answered.class,
                        answered -> assertThat(answered.response()).isInstanceOf(Response.OrderPlaced.class));
    }

    private static List<String> rowsOf(Store store) {
        var found = new ArrayList<String>();
        try (var snapshot = store.snapshot()) {
            for (var rows = snapshot.nextRows(10, 1_000); !rows.isEmpty(); rows = snapshot.nextRows(10, 1_000)) {
                rows.forEach(row -> found.add(HexFormat.of().formatHex(row)));
            }
        }
        return found;
    }
}
