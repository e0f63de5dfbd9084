package justhungry.cluster.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.rmi.ConnectException;
import java.rmi.ConnectIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeCallTest {
    static List<Exception> failuresOfTheOtherProcess() {
        return List.of(
                new IOException("gone"),
                new IllegalStateException("a broken invariant over there"),
                new ClassNotFoundException("a newer version's class"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheOtherProcess")
    void whateverFailsInTheOtherProcess_isNoAnswer(Exception failure) {
        assertThat(answerTo(failure).answerBy(System.nanoTime())).isEqualTo(ProbeAnswer.silence());
    }

    @Test
    void onlyARefusedConnectionMeansThatNothingIsThere() {
        assertThat(answerTo(new ConnectException("refused")).answerBy(System.nanoTime()))
                .isEqualTo(ProbeAnswer.refusal());
        assertThat(answerTo(new ConnectIOException("timed out")).answerBy(System.nanoTime()))
                .isEqualTo(ProbeAnswer.silence());
    }

    @Test
    void anErrorOfThisProcessIsNotHidden() {
        var question = answerTo(new StackOverflowError());

        assertThatThrownBy(() -> question.answerBy(System.nanoTime())).isInstanceOf(IllegalStateException.class);
    }

    private static ProbeCall<String> answerTo(Throwable failure) {
        return new ProbeCall<>(CompletableFuture.failedFuture(failure), List.of());
    }
}
