package justhungry.replay.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import justhungry.replay.check.engine.RegisterModel.Access;
import justhungry.replay.check.engine.RegisterModel.Value;
import org.junit.jupiter.api.Test;

/** Tests of the engine with another model than the shop's. */
class HistoryCheckTest {
    private final List<HistoryOperation<Access, Value>> operations = new ArrayList<>();
    private Model.Certainty afterGap = Model.Certainty.ALL;

    @Test
    void readsOfTheLastWrittenNumberAreRight() throws IOException {
        write("x", 7, 1);
        read("x", 7, 1);

        assertThat(check().anomalies()).isZero();
    }

    @Test
    void aReadOfAnotherNumberIsDiagnosedByTheModel() throws IOException {
        write("x", 7, 1);
        read("x", 8, 1);

        assertThat(check().examples().get(CheckMetric.WRONG_RESPONSES)).containsExactly("line 3: expected 7");
    }

    @Test
    void eachPartitionHasItsOwnStateAndItsOwnUpdateNumbers() throws IOException {
        write("x", 7, 1);
        write("y", 8, 1);
        write("x", 9, 2);
        read("y", 8, 1);
        read("x", 9, 2);

        var counts = check();

        assertThat(counts.anomalies()).as(counts.examples().toString()).isZero();
        assertThat(counts.metrics()).containsEntry(CheckMetric.REQUESTS, 5L);
    }

    @Test
    void anErrorInOnePartitionNamesItsLineInTheFile() throws IOException {
        write("x", 7, 1);
        write("y", 8, 1);
        read("y", 7, 1);

        assertThat(check().examples().get(CheckMetric.WRONG_RESPONSES)).containsExactly("line 4: expected 8");
    }

    @Test
    void aLaterReadDecidesWhichUnknownWriteTookEffect() throws IOException {
        writeUnknown("x", 7);
        writeUnknown("x", 8);
        read("x", 8, 1);
        read("x", 8, 1);

        assertThat(check().anomalies()).isZero();

        read("x", 7, 1);

        assertThat(check().metrics()).containsEntry(CheckMetric.WRONG_RESPONSES, 1L);
    }

    @Test
    void theEarlierNumberOfALaterReadIsStale() throws IOException {
        write("x", 7, 1);
        read("x", 0, 0);

        assertThat(check().examples().get(CheckMetric.STALE))
                .containsExactly("line 3 reports update 0, but was sent after line 2 had reported 1");
    }

    @Test
    void twoWritesWithOneNumberAreOneLostUpdate() throws IOException {
        write("x", 7, 1);
        write("x", 8, 1);
        read("x", 8, 1);

        assertThat(check().metrics()).containsEntry(CheckMetric.MISSING, 1L);
    }

    @Test
    void aNumberThatNoWriteCanHaveBelongsToOthers() throws IOException {
        write("x", 7, 2);
        read("x", 7, 2);

        var counts = check();

        assertThat(counts.metrics()).containsEntry(CheckMetric.OTHERS, 1L);
        assertThat(counts.anomalies()).as(counts.examples().toString()).isZero();
    }

    /** Of two attempts only one counts: that the first number is the unknown write's explains no read of 9. */
    @Test
    void whatCannotBeJudgedIsCountedOnce_inEachOfTwoPartitions_afterTwoAttempts() throws IOException {
        afterGap = Model.Certainty.NOTHING;
        for (var register : List.of("x", "y")) {
            writeUnknown(register, 7);
            write(register, 8, 2);
            read(register, 9, 2);
        }

        assertThat(check().metrics())
                .containsEntry(CheckMetric.REQUESTS, 6L)
                .containsEntry(CheckMetric.UNKNOWN, 2L)
                .containsEntry(CheckMetric.WRONG_RESPONSES, 0L)
                .as("in each, the first number, and the two answers after it")
                .containsEntry(CheckMetric.UNDECIDED, 6L);
    }

    private AnomalyCounts check() throws IOException {
        var check = new HistoryCheck<>(line -> operations.get(line - 2), () -> new RegisterModel(afterGap));
        operations.forEach(check::add);
        return check.result(new AnomalyCounts());
    }

    private void write(String register, int number, long updateNumber) {
        add(
                register,
                OptionalInt.of(number),
                OptionalInt.of(number),
                OperationKind.UPDATE,
                OptionalLong.of(updateNumber));
    }

    private void writeUnknown(String register, int number) {
        add(register, OptionalInt.of(number), OptionalInt.empty(), OperationKind.UNKNOWN, OptionalLong.empty());
    }

    private void read(String register, int number, long updateNumber) {
        add(register, OptionalInt.empty(), OptionalInt.of(number), OperationKind.READ, OptionalLong.of(updateNumber));
    }

    /** One after the other, each in an entry of its own. */
    private void add(
            String register, OptionalInt written, OptionalInt shown, OperationKind kind, OptionalLong updateNumber) {
        long start = 10L * operations.size();
        operations.add(new HistoryOperation<>(
                operations.size() + 2,
                new Access(register, written),
                new Value(shown),
                start,
                start + 5,
                kind,
                updateNumber.isPresent()
                        ? Optional.of(new LogicalTime(1, updateNumber.getAsLong(), updateNumber.getAsLong()))
                        : Optional.empty(),
                OptionalLong.empty()));
    }
}
