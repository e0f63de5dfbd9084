package justhungry.replay.check.engine;

import java.util.List;
import java.util.OptionalInt;

/** The smallest model: registers, each with a number that is written and read. Each register is a partition. */
final class RegisterModel implements Model<Integer, RegisterModel.Access, RegisterModel.Value> {
    private final Certainty afterGap;
    private Certainty certainty = Certainty.ALL;

    /** @param afterGap how much can be judged after numbers that no write has */
    RegisterModel(Certainty afterGap) {
        this.afterGap = afterGap;
    }

    /** A write of a number, or a read. */
    record Access(String register, OptionalInt written) {}

    /** The number that a read showed, or a write wrote; empty when nothing is known. */
    record Value(OptionalInt number) {}

    @Override
    public Object partition(Access access) {
        return access.register();
    }

    @Override
    public void observe(HistoryOperation<Access, Value> operation) {}

    @Override
    public long base() {
        return 0;
    }

    @Override
    public List<Integer> init(long unknown) {
        certainty = Certainty.ALL;
        return List.of(0);
    }

    @Override
    public Step<Integer, Value> step(Integer state, Access access, Value actual) {
        int next = access.written().orElse(state);
        return new Step<>(new Value(OptionalInt.of(next)), next);
    }

    @Override
    public void onGap(long updates, List<Access> candidates) {
        certainty = afterGap;
    }

    @Override
    public Certainty certainty(Access access) {
        return certainty;
    }

    @Override
    public List<Anomaly> diagnose(
            HistoryOperation<Access, Value> operation, Value expected, Integer state, OperationTimes times) {
        return List.of(new Anomaly.WrongAnswer(
                CheckMetric.WRONG_RESPONSES,
                () -> "line %d: expected %d"
                        .formatted(operation.line(), expected.number().orElseThrow())));
    }
}
