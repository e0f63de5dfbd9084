package justhungry.frontend.postcodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SharedQuestionsTest {
    private static final Duration LONG = Duration.ofSeconds(50);

    private final ExecutorService customers = Executors.newCachedThreadPool();
    private final CompletableFuture<ServiceAnswer> answer = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void end() {
        customers.shutdownNow();
    }

    @Test
    void equalQuestionsUnderWayAreOne() throws Exception {
        var questions = new SharedQuestions(1, 0, Duration.ZERO);
        var first = ask(questions, "DH13LE");
        awaitAsked(1);
        var others =
                IntStream.range(0, 5).mapToObj(any -> ask(questions, "DH13LE")).toList();

        answer.complete(ServiceAnswer.EXISTS);

        for (var one : others) {
            assertThat(one.get()).isEqualTo(ServiceAnswer.EXISTS);
        }
        assertThat(first.get()).isEqualTo(ServiceAnswer.EXISTS);
    }

    @Test
    void whenAllTurnsAreTaken_thenTheNextQuestionWaitsForOne() throws Exception {
        var questions = new SharedQuestions(2, 1, LONG);
        var all = List.of(ask(questions, "A"), ask(questions, "B"), ask(questions, "C"));
        awaitAsked(2);

        answer.complete(ServiceAnswer.EXISTS);

        for (var one : all) {
            assertThat(one.get()).isEqualTo(ServiceAnswer.EXISTS);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void whenTooManyWait_thenTheNextIsNotAskedAndSaysThatThisFrontEndIsBusy() {
        var questions = new SharedQuestions(1, 0, LONG);
        var unused = ask(questions, "A");
        awaitAsked(1);

        assertThatThrownBy(() -> questions.answer("B", this::answered))
                .isInstanceOfSatisfying(
                        UncheckedPostcodeException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(UncheckedPostcodeException.Kind.BUSY))
                .hasMessageContaining("too many other postcodes");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whenNoTurnComesInTime_thenTheQuestionIsNotAsked() {
        var questions = new SharedQuestions(1, 5, Duration.ofMillis(1));
        var unused = ask(questions, "A");
        awaitAsked(1);

        assertThatThrownBy(() -> questions.answer("B", this::answered)).hasMessageContaining("too many");
        assertThat(asked).hasValue(1);
    }

    @Test
    void whenAQuestionFails_thenTheNextEqualOneIsAskedAgain() throws Exception {
        var questions = new SharedQuestions(1, 0, LONG);
        assertThatThrownBy(() -> questions.answer("A", () -> {
                    throw UncheckedPostcodeException.badStatus("host", 500);
                }))
                .hasMessageContaining("500");
        answer.complete(ServiceAnswer.UNKNOWN);

        assertThat(questions.answer("A", this::answered)).isEqualTo(ServiceAnswer.UNKNOWN);
    }

    private Future<ServiceAnswer> ask(SharedQuestions questions, String postcode) {
        return customers.submit(() -> questions.answer(postcode, this::answered));
    }

    private ServiceAnswer answered() {
        asked.incrementAndGet();
        return answer.orTimeout(50, TimeUnit.SECONDS).join();
    }

    private void awaitAsked(int number) {
        await().atMost(LONG).untilAsserted(() -> assertThat(asked).hasValue(number));
    }
}
