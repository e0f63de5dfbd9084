package justhungry.replay.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import justhungry.replay.report.ExpectationFailures;
import justhungry.replay.report.RunSummary;
import org.junit.jupiter.api.Test;

/** Tests of single lines, with their expectations and captures. */
class ScriptRunnerTest extends RunHarness {
    private final RunSummary summary = new RunSummary();
    private final List<String> messages = new ArrayList<>();

    ScriptRunnerTest() {
        listeners.add(summary);
        listeners.add(new ExpectationFailures("t", messages::add));
    }

    @Test
    void aLineStartsWhenTheLineBeforeIsCompleted() throws Exception {
        run(HEADER, DETAILS, APPLE, PRODUCTS, PRODUCTS);

        var exchanges = recorded.records();
        assertThat(exchanges).extracting(RequestRecord::line).containsExactly(2, 3, 4, 5);
        assertThat(exchanges).extracting(RequestRecord::client).containsOnly(1);
        for (int i = 1; i < exchanges.size(); i++) {
            assertThat(exchanges.get(i).times().sent())
                    .isGreaterThanOrEqualTo(exchanges.get(i - 1).times().end());
        }
    }

    @Test
    void whatALineCapturesLaterLinesSendAndExpect() throws Exception {
        run(
                HEADER,
                DETAILS,
                APPLE,
                capturing(APPLE, "second", "/order"),
                with(cancel("'${second}'"), "'expect':{'/order':'${second}','/status':'ok'}"));

        assertThat(messages).isEmpty();
        assertThat(recorded.records().get(3).args().toString()).isEqualTo("{\"order\":2}");
        assertThat(shop.stockOf("apple")).isEqualTo(14);
    }

    @Test
    void aResponseThatIsNotAsExpectedIsReportedWithItsLine_andTheRunContinues() throws Exception {
        run(HEADER, with(PRODUCTS, "'expect':{'/products/0/stock':99,'/status':'ok'}"), DETAILS, APPLE);

        assertThat(messages).containsExactly("t:2: PRODUCT_LIST of ada: /products/0/stock: expected 99, found 15");
        assertThat(summary.mismatches()).isEqualTo(1);
        assertThat(summary.unanswered()).isZero();
        assertThat(shop.orders()).hasSize(1);
    }

    @Test
    void aReadWithinATimeIsRepeatedUntilItIsAsExpected() throws Exception {
        frontend.beforeEach(() -> {
            if (reads() == 5) {
                shop.stock("flour", 455, 7);
            }
        });

        run(HEADER, with(PRODUCTS, "'within':'60min','expect':{'/products/4/stock':7}"));

        assertThat(reads())
                .as("two before the first line, and three of the line")
                .isEqualTo(5);
        assertThat(recorded.only().mismatches()).isEmpty();
    }

    @Test
    void theTimeForWhichAReadIsRepeatedIsNoLatency_becauseEachTryWasAnswered() throws Exception {
        frontend.beforeEach(() -> {
            if (reads() == 5) {
                shop.stock("flour", 455, 7);
            }
        });

        run(HEADER, with(PRODUCTS, "'within':'60min','expect':{'/products/4/stock':7}"));

        var polls = recorded.events().stream()
                .filter(RunEvent.PollAnswered.class::isInstance)
                .map(event -> ((RunEvent.PollAnswered) event).request().times())
                .toList();
        var last = recorded.only().times();
        assertThat(polls).hasSize(2);
        assertThat(last.silentSince()).isGreaterThan(polls.get(polls.size() - 1).end());
        assertThat(last.latency())
                .isLessThan(last.end() - polls.get(0).sent())
                .isGreaterThanOrEqualTo(polls.stream()
                        .mapToLong(RequestRecord.Times::latency)
                        .max()
                        .getAsLong());
    }

    @Test
    void aReadThatIsNotAsExpectedWhenItsTimeIsUpIsOneMismatch() throws Exception {
        run(HEADER, with(PRODUCTS, "'within':'1ms','expect':{'/products/4/stock':7}"));

        assertThat(messages).containsExactly("t:2: PRODUCT_LIST of ada: /products/4/stock: expected 7, found 0");
        assertThat(recorded.only().mismatches()).hasSize(1);
    }

    @Test
    void aRequestWhoseVariableHasNoValueIsNotSent_andTheRunContinues() throws Exception {
        var noSuchProduct = APPLE.replace("apple", "cake");
        run(HEADER, DETAILS, capturing(noSuchProduct, "it", "/order"), cancel("'${it}'"), PRODUCTS);

        assertThat(recorded.records())
                .extracting(RequestRecord::statusLabel)
                .containsExactly("ok", "refused UNKNOWN_PRODUCT", "unsent", "ok");
        assertThat(frontend.idsOf("CANCEL")).isEmpty();
        assertThat(messages)
                .containsExactly(
                        "t:3: PLACE_ORDER of ada: /order: nothing to capture as it (There is no product cake.)",
                        "t:4: CANCEL of ada: not sent: ${it} has no value: the response had nothing to capture");
        assertThat(summary.mismatches()).isEqualTo(2);
        assertThat(summary.unanswered()).isZero();
    }

    @Test
    void aVerificationGetsTheStateBeforeAndAfter() throws Exception {
        run(Replay.AuditMode.BEFORE_AND_AFTER, HEADER, DETAILS, repeat(101, APPLE.replace("apple", "bread")), PRODUCTS);

        assertThat(audits()).containsExactly("PRODUCT_LIST", "PRODUCT_LIST", "VIEW_ORDERS");
        assertThat(recorded.events().get(0)).isInstanceOf(RunEvent.AuditAnswered.class);
    }

    @Test
    void aVerificationGetsAllPagesOfOrders() throws Exception {
        shop.stock("apple", 199, 1000);

        run(Replay.AuditMode.BEFORE_AND_AFTER, HEADER, DETAILS, repeat(201, APPLE));

        assertThat(audits())
                .containsExactly("PRODUCT_LIST", "PRODUCT_LIST", "VIEW_ORDERS", "VIEW_ORDERS", "VIEW_ORDERS");
    }

    private List<String> audits() {
        return recorded.events().stream()
                .filter(RunEvent.AuditAnswered.class::isInstance)
                .map(event -> ((RunEvent.AuditAnswered) event).request().operation())
                .toList();
    }

    private int reads() {
        return frontend.idsOf("PRODUCT_LIST").size();
    }
}
